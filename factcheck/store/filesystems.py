"""Which file system a path lies on, and whether SQLite's locks can be trusted there."""

from __future__ import annotations

from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_NETWORK_TYPES = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.cephfs",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
    }
)


def network_filesystem(path: Path) -> str | None:
    """The type of the network file system that a path lies on; ``None`` where it is local or cannot be told."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = filesystem_type(path.resolve(), mounts)
    return kind if kind in _NETWORK_TYPES else None


def filesystem_type(path: Path, mounts: str) -> str | None:
    """The type of the innermost mount that holds an absolute path; ``mounts`` is in the form of ``/proc/mounts``.

    Of two mounts at one place the later one hides the earlier.
    """
    depth = -1
    found: str | None = None
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescape(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= depth:
            depth, found = len(point.parts), fields[2]
    return found


def _unescape(field: str) -> str:
    """The kernel writes blank, tab, line feed and backslash in a mount point as three octal digits."""
    for escape, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(escape, character)
    return field
