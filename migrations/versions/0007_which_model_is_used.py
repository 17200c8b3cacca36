"""which model of words is used.

Revision 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op
from models.base import Json, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IN_USE = sa.text("state = 'in_use'")


def upgrade() -> None:
    """Adds what this revision brings."""
    op.create_table(
        "learned_model",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=8), nullable=False),
        sa.Column("made_from", Json(), nullable=False),
        sa.Column("figures", Json(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("folder", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learned_model")),
    )
    op.create_index(
        "uq_learned_model_in_use",
        "learned_model",
        ["state"],
        unique=True,
        sqlite_where=IN_USE,
        postgresql_where=IN_USE,
    )


def downgrade() -> None:
    """Takes it away again."""
    op.drop_index("uq_learned_model_in_use", "learned_model")
    op.drop_table("learned_model")
