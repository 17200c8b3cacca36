"""the ways a ticket can move.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op
from models.base import Json, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WATCHED = sa.text("stopped_at is null and nudge_at is not null")
UNDELIVERED = sa.text("dispatched_at is null and status = 'dispatched'")
OPEN = sa.text("status = 'open'")
OTHER_TICKETS = ("recurs_of", "merged_into", "parent_id")


def upgrade() -> None:
    """Adds what this revision brings."""
    op.create_table(
        "nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("told", Json(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_nudge_ticket_id_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
        sa.UniqueConstraint("key", name=op.f("uq_nudge_key")),
    )
    op.create_index("ix_nudge_ticket", "nudge", ["ticket_id"], unique=False)

    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=12), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("level", sa.String(length=2), nullable=True),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_request_by_id_person")),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_request_decided_by_person")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_request_ticket_id_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_index(
        "ix_request_open", "request", ["ticket_id", "action"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )

    op.add_column("deadline", sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("deadline", sa.Column("is_provisional", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("deadline", sa.Column("nudge_step", sa.String(length=16), nullable=True))
    op.add_column("deadline", sa.Column("nudge_at", UtcDateTime(), nullable=True))
    op.create_index(
        "ix_deadline_watched", "deadline", ["nudge_at"], unique=False, sqlite_where=WATCHED, postgresql_where=WATCHED
    )

    op.add_column("ticket", sa.Column("extensions", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("ticket", sa.Column("suspensions", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("ticket", sa.Column("is_appointed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("ticket", sa.Column("has_spot", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("ticket", sa.Column("party", sa.String(length=24), nullable=True))
    op.add_column("ticket", sa.Column("contact", sa.String(), nullable=False, server_default=""))
    op.add_column("ticket", sa.Column("supervised_at", UtcDateTime(), nullable=True))
    op.add_column("ticket", sa.Column("suspended_until", UtcDateTime(), nullable=True))
    for name in OTHER_TICKETS:
        # Written inside the column: SQLite would copy the whole table for a constraint that comes after it.
        column = sa.Column(name, sa.Integer(), sa.ForeignKey("ticket.id"), nullable=True)
        op.add_column("ticket", column, inline_references=True)
    op.add_column("ticket", sa.Column("resolved_tier", sa.String(length=8), nullable=True))
    op.add_column("ticket", sa.Column("received_at", UtcDateTime(), nullable=True))
    op.add_column("ticket", sa.Column("late_since", UtcDateTime(), nullable=True))
    op.execute("UPDATE ticket SET received_at = dispatched_at")
    op.create_index(op.f("ix_ticket_merged_into"), "ticket", ["merged_into"], unique=False)
    op.create_index(op.f("ix_ticket_parent_id"), "ticket", ["parent_id"], unique=False)
    op.create_index("ix_ticket_nearby", "ticket", ["category", "community", "id"], unique=False)
    op.create_index(
        "ix_ticket_undelivered",
        "ticket",
        ["registered_at"],
        unique=False,
        sqlite_where=UNDELIVERED,
        postgresql_where=UNDELIVERED,
    )


def downgrade() -> None:
    """Takes it away again."""
    for name in ("ix_ticket_undelivered", "ix_ticket_nearby", "ix_ticket_parent_id", "ix_ticket_merged_into"):
        op.drop_index(name, table_name="ticket")
    with op.batch_alter_table("ticket") as batch_op:
        # Each takes its constraint along.
        for name in (
            *OTHER_TICKETS,
            "late_since",
            "received_at",
            "resolved_tier",
            "suspended_until",
            "supervised_at",
            "contact",
            "party",
            "has_spot",
            "is_appointed",
            "suspensions",
            "extensions",
        ):
            batch_op.drop_column(name)
    op.drop_index("ix_deadline_watched", table_name="deadline")
    with op.batch_alter_table("deadline") as batch_op:
        for name in ("nudge_at", "nudge_step", "is_provisional", "round"):
            batch_op.drop_column(name)
    op.drop_index("ix_request_open", table_name="request")
    op.drop_table("request")
    op.drop_index("ix_nudge_ticket", table_name="nudge")
    op.drop_table("nudge")
