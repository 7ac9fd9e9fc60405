"""The hub that the bench makes must pass the hub's own check, or the bench measures nothing."""

from pathlib import Path

import bench
from conftest import run


def test_the_bench_has_a_hub_to_measure(tmp_path: Path) -> None:
    bench.make_hub(tmp_path / "hub", 40)
    result = run("hub", "check", cwd=tmp_path / "hub")
    assert result.returncode == 0
    assert "74 entries read: 0 errors" in result.stdout
