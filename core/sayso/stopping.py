"""Whether somebody asked the program to stop, or a plugin raised the error that says so.

``KeyboardInterrupt`` is no plugin's to raise: one that does would end a run that nobody wanted to end.
"""

from __future__ import annotations

from types import CodeType, FunctionType


def asked_to_stop(error: BaseException) -> bool:
    """Whether an error is a ``KeyboardInterrupt`` that somebody asked for.

    Where the program answers signals with a function of its own, that function is in the traceback of each that was
    asked for. Where Python's own answer stands, nothing tells them apart, and all count as asked for.
    """
    if not isinstance(error, KeyboardInterrupt):
        return False
    import signal

    answers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    if answers[0] is None or answers[0] is signal.default_int_handler:
        return True
    codes: set[CodeType] = {one.__code__ for one in answers if isinstance(one, FunctionType)}
    at = error.__traceback__
    while at is not None:
        if at.tb_frame.f_code in codes:
            return True
        at = at.tb_next
    return False
