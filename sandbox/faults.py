"""Bad weather on order: the next calls of a method fail, wait, or lose their answer."""

import dataclasses
from typing import Literal


@dataclasses.dataclass
class Fault:
    """What goes wrong, and how many more times. `method` "*" is any method.

    drop "before": the connection is cut and nothing was done; "after": done, but the answer is lost.
    """

    method: str
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    times: int = 1
    delay: float = 0.0
    drop: Literal["before", "after"] | None = None
    html: bool = False


class Faults:
    """The faults still to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """The fault will strike the next calls it fits."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Fair weather."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that strikes this call, used up by one."""
        for fault in self._waiting:
            if fault.method == "*" or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def listed(self) -> list[Fault]:
        """What is still to come."""
        return list(self._waiting)
