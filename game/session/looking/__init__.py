"""What a front may show: the only producer of views."""

from game.session.looking.whole import view

__all__ = ["view"]
