"""what corrections teach.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op
from models.base import Json, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what this revision brings."""
    # Nobody has said yes to this so far: the notice did not speak of it.
    column = sa.Column("allows_learning", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("consent", column)
    op.create_table(
        "example",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("said", sa.String(length=32), nullable=False),
        sa.Column("corrected_by", sa.String(length=8), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_example_by_id_person")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_example_report_id_report")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_example_ticket_id_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_example")),
    )
    op.create_index("ix_example_report_id", "example", ["report_id"])
    op.create_index("ix_example_ticket_id", "example", ["ticket_id"])


def downgrade() -> None:
    """Takes it away again."""
    op.drop_index("ix_example_ticket_id", "example")
    op.drop_index("ix_example_report_id", "example")
    op.drop_table("example")
    with op.batch_alter_table("consent") as batch_op:
        batch_op.drop_column("allows_learning")
