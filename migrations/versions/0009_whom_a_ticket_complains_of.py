"""whom a ticket complains of.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what this revision brings."""
    with op.batch_alter_table("ticket") as table:
        table.add_column(sa.Column("against", sa.String(length=12), nullable=True))


def downgrade() -> None:
    """Takes it away again."""
    with op.batch_alter_table("ticket") as table:
        table.drop_column("against")
