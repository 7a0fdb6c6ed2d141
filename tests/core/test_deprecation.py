"""How public names go away, tried with a name that never was one."""

from __future__ import annotations

import pickle
import warnings

import pytest

import sayso
from sayso import RemovalWarning, RetiredError, SaysoError
from sayso.deprecation import RETIRED, Retired, _parts

FETCH = Retired("sayso.text.decode:decode", "use sayso.decode", fails_in="0.3", removed_in="0.4")


@pytest.fixture
def version(monkeypatch):
    """Let `sayso.fetch` be on its way out, in a version."""
    monkeypatch.setattr("sayso.deprecation.RETIRED", {"fetch": FETCH})
    return lambda number: monkeypatch.setattr(sayso, "__version__", number)


@pytest.mark.parametrize("number", ["0.2.0", "0.2.9", "0.2.10"])
def test_at_first_it_works_and_warns(version, number):
    """The warning names the version that is without it and what to use, and points at whoever uses it."""
    version(number)
    with pytest.warns(RemovalWarning) as caught:
        found = sayso.fetch
    assert found is sayso.decode
    (one,) = caught
    assert str(one.message) == "sayso.fetch is removed in sayso 0.4; use sayso.decode"
    assert one.message.removed_in == "0.4"
    assert one.filename == __file__
    assert one.category.__name__ == "RemovedIn0_4Warning"


def test_an_import_of_it_is_told_the_same_way(version):
    """`from sayso import fetch` warns where it stands."""
    version("0.2.0")
    with pytest.warns(RemovalWarning) as caught:
        exec(compile("from sayso import fetch", "theirs.py", "exec"), {})
    assert {one.filename for one in caught} == {"theirs.py"}


def test_a_filter_tells_the_versions_apart(version):
    """The class of the warning is named after the version that is without the name, and is had by that name."""
    version("0.2.0")
    with warnings.catch_warnings():
        warnings.simplefilter("error", sayso.RemovedIn0_4Warning)  # type: ignore[attr-defined]
        with pytest.raises(RemovalWarning, match=r"removed in sayso 0\.4"):
            _ = sayso.fetch
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", sayso.RemovedIn0_5Warning)  # type: ignore[attr-defined]
        assert sayso.fetch is sayso.decode
    for name in ("RemovedIn0_2Warning", "RemovedIn0_1Warning", "RemovedInWarning"):
        with pytest.raises(AttributeError):
            getattr(sayso, name)


@pytest.mark.parametrize("number", ["0.3.0", "0.3.7", "0.4.0", "1.0"])
def test_one_release_before_it_is_an_error(version, number):
    """Its user reads what to use, however it is used, and gets nothing."""
    version(number)
    with pytest.raises(RetiredError, match=r"removed in sayso 0\.4; use sayso\.decode"):
        _ = sayso.fetch
    with pytest.raises(ImportError, match=r"removed in sayso 0\.4; use sayso\.decode"):
        exec("from sayso import fetch", {})
    with pytest.raises(SaysoError):
        _ = sayso.fetch


def test_then_it_is_gone():
    """A name that is not in the table is one that there never was, private ones included."""
    for name in ("fetch", "_fetch", "__fetch__"):
        with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
            getattr(sayso, name)
    assert not hasattr(sayso, "fetch")


def test_what_goes_is_no_longer_offered(version):
    """A name on its way out is in neither `__all__` nor `dir`, so that nobody begins with it."""
    version("0.2.0")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "fetch" not in dir(sayso)
        names: dict[str, object] = {}
        exec("from sayso import *", names)
    assert "fetch" not in names
    assert set(RETIRED) & set(sayso.__all__) == set()


def test_every_name_in_the_table_fails_before_it_goes_and_is_still_there():
    """The ladder has its three steps for each, and the version that runs is on it."""
    for name, one in RETIRED.items():
        assert _parts(one.fails_in) < _parts(one.removed_in), name
        assert _parts(sayso.__version__) < _parts(one.removed_in), f"{name} is to be deleted"


def test_versions_compare_by_number():
    """0.10 comes after 0.9, and what is not released yet counts as what it will be."""
    assert _parts("0.9.1") < _parts("0.10") == _parts("0.10.dev3") < _parts("1.0")


def test_both_survive_pickling():
    """An error that comes from another process says the same there."""
    of_version = sayso.RemovedIn0_4Warning("gone", "0.4")  # type: ignore[attr-defined]
    for one in (RemovalWarning("gone", "0.4"), of_version, RetiredError("gone", "0.4")):
        again = pickle.loads(pickle.dumps(one))
        assert (str(again), again.removed_in) == ("gone", "0.4")
