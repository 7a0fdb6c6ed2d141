"""What all tests share: how Hypothesis searches."""

import os
import signal
import threading

from hypothesis import HealthCheck, settings

# The same examples every time, so that a failure belongs to the change that caused it and a slow machine fails nothing.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# Other examples every time, and more of them: for a long look, not for the gate.
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# A script that runs the tests in its background has interrupts ignored, and whatever is started inherits that: tests
# interrupt what they start.
if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
