"""what the bot begins to say to a courier by itself.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op
from models.base import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PUSHED = sa.text("push_to is not null")


def upgrade() -> None:
    """Adds what this revision brings."""
    op.add_column("person", sa.Column("last_seen_at", UtcDateTime(), nullable=True))
    op.add_column("person", sa.Column("rung_at", UtcDateTime(), nullable=True))
    # Written inside the column: SQLite would copy the whole table for a constraint that comes after it.
    column = sa.Column("push_to", sa.Integer(), sa.ForeignKey("person.id"), nullable=True)
    op.add_column("outbox", column, inline_references=True)
    op.create_index(
        "ix_outbox_push_to", "outbox", ["push_to"], unique=False, sqlite_where=PUSHED, postgresql_where=PUSHED
    )


def downgrade() -> None:
    """Takes it away again."""
    op.drop_index("ix_outbox_push_to", table_name="outbox")
    with op.batch_alter_table("outbox") as batch_op:
        # It takes its constraint along.
        batch_op.drop_column("push_to")
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_column("rung_at")
        batch_op.drop_column("last_seen_at")
