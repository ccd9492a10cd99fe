from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from factcheck.errors import UnsafeFilesystem
from factcheck.store import Store, filesystems
from factcheck.store.filesystems import filesystem_type, network_filesystem

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/desk /srv/desk nfs4 rw,vers=4.2 0 0
tmpfs /srv/desk/scratch tmpfs rw 0 0
//box/team /mnt/the\\040team cifs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
me@host: /media/stick fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/claims.db", "ext4"),
        ("/srv/desk/claims.db", "nfs4"),
        ("/srv/desktop/claims.db", "ext4"),
        ("/srv/desk/scratch/claims.db", "tmpfs"),
        ("/mnt/the team/claims.db", "cifs"),
        ("/media/stick/claims.db", "fuse.sshfs"),
    ],
)
def test_the_innermost_and_last_mount_decides(path: str, kind: str) -> None:
    assert filesystem_type(Path(PurePosixPath(path)), MOUNTS) == kind


def test_no_mount_is_no_answer() -> None:
    assert filesystem_type(Path("/claims.db"), "") is None


def test_a_local_folder_is_no_network_filesystem(tmp_path: Path) -> None:
    assert network_filesystem(tmp_path / "claims.db") is None


def test_opening_on_a_network_filesystem_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr(filesystems, "_MOUNTS", mounts)
    with pytest.raises(UnsafeFilesystem, match=r"network file system \(nfs\).*local disk"):
        Store.open(tmp_path / "claims.db", create=True)
    assert not (tmp_path / "claims.db").exists()
