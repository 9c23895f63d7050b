"""What became of the advice as a paper."""

from papers.blocks import Block
from reports.drawing import group_blocks
from reports.storing import Stored


def blocks(stored: Stored) -> list[Block]:
    """One part below the other."""
    return group_blocks(stored.groups)
