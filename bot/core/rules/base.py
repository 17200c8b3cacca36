"""What every part of the rules is: frozen, and without unknown keys."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Level = Literal["L0", "L1", "L2", "L3"]


class Rule(BaseModel):
    """A part of config.yaml: unknown keys are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
