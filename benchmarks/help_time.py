"""How long ``factcheck --help`` takes, beside a Python that does nothing.

python -m benchmarks.help_time
"""

from __future__ import annotations

import resource
import subprocess
import sys

_RUNS = 20


def _milliseconds(arguments: list[str]) -> list[float]:
    """Processor time of each run, shortest first."""
    times = []
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
    return sorted(times)


def main() -> None:
    """Print the smallest and the median processor time of both."""
    for name, arguments in (("factcheck --help", ["-m", "factcheck", "--help"]), ("python -c pass", ["-c", "pass"])):
        times = _milliseconds(arguments)
        print(f"{name:<18} {times[0]:6.0f} ms at best, {times[len(times) // 2]:6.0f} ms in the middle of {_RUNS}")


if __name__ == "__main__":
    main()
