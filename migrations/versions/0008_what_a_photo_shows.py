"""what a photo shows.

Revision 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op
from models.base import Json

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what this revision brings."""
    op.add_column("photo", sa.Column("seen", Json(), nullable=True))


def downgrade() -> None:
    """Takes it away again."""
    op.drop_column("photo", "seen")
