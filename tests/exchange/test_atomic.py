"""An exported file is the old one or the whole new one, whatever happens while it is written."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from factcheck.exchange.atomic import replacing

_ENDLESS_WRITER = """
import sys
from contextlib import suppress
from pathlib import Path
from factcheck.exchange.atomic import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write("half")
    file.flush()
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_the_file_is_replaced_with_its_line_ends_as_written(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old")
    with replacing(target) as file:
        file.write("new\r\nline\n")
        assert target.read_text() == "old"
    assert target.read_bytes() == b"new\r\nline\n"


def test_an_error_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old")
    with suppress(LookupError), replacing(target) as file:
        file.write("half")
        raise LookupError
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]
    assert target.read_text() == "old"


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old")
    writer = subprocess.Popen(
        [sys.executable, "-c", _ENDLESS_WRITER, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "writing\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    assert target.read_text() == "old"


def test_permissions_are_kept_and_a_fresh_file_follows_the_mask(tmp_path: Path) -> None:
    private, fresh = tmp_path / "private.csv", tmp_path / "fresh.csv"
    private.write_text("old")
    private.chmod(0o600)
    mask = os.umask(0o027)
    try:
        for target in (private, fresh):
            with replacing(target) as file:
                file.write("new")
    finally:
        os.umask(mask)
    assert private.stat().st_mode & 0o777 == 0o600
    assert fresh.stat().st_mode & 0o777 == 0o640
