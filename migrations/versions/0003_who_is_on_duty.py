"""who is on duty.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op
from models.base import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STREET = sa.text("community is null")


def upgrade() -> None:
    """Adds what this revision brings."""
    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community", sa.String(length=16), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=8), nullable=False),
        sa.Column("post", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["entered_by"], ["person.id"], name=op.f("fk_shift_entered_by_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_shift_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sa.UniqueConstraint("community", "day", "name", "person_id", name=op.f("uq_shift_community_day_name_person_id")),
    )
    op.create_index("ix_shift_ends_at", "shift", ["ends_at"], unique=False)
    op.create_index(op.f("ix_shift_person_id"), "shift", ["person_id"], unique=False)
    op.create_index(
        "ix_shift_street",
        "shift",
        ["day", "name", "person_id"],
        unique=True,
        sqlite_where=STREET,
        postgresql_where=STREET,
    )

    op.create_table(
        "shift_swap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community", sa.String(length=16), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=8), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_shift_swap_decided_by_person")),
        sa.ForeignKeyConstraint(["from_id"], ["person.id"], name=op.f("fk_shift_swap_from_id_person")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_shift_swap_to_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_swap")),
    )
    op.create_index("ix_shift_swap_asker", "shift_swap", ["from_id", "status"], unique=False)


def downgrade() -> None:
    """Takes it away again."""
    op.drop_index("ix_shift_swap_asker", table_name="shift_swap")
    op.drop_table("shift_swap")
    for name in ("ix_shift_street", op.f("ix_shift_person_id"), "ix_shift_ends_at"):
        op.drop_index(name, table_name="shift")
    op.drop_table("shift")
