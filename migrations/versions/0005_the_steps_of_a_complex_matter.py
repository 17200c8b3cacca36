"""the steps of a complex matter.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op
from models.base import Json, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what this revision brings."""
    op.create_table(
        "checklist_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=True),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("facts", Json(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_checklist_step_by_id_person")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_checklist_step_ticket_id_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_step")),
        sa.UniqueConstraint("ticket_id", "code", "round", name=op.f("uq_checklist_step_ticket_id_code_round")),
    )


def downgrade() -> None:
    """Takes it away again."""
    op.drop_table("checklist_step")
