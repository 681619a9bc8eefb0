"""Records and values can be copied, pickled, hashed, ordered and used by threads."""

import copy
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import evolve
from psm_core._core.text_value import TextValue
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

TEXT_VALUES = [kind for kind in VALUES if issubclass(kind, TextValue)]
KINDS = [*RECORDS, *TEXT_VALUES]
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def drawn(data, kind):
    return data.draw(VALUES[kind] if kind in VALUES else records(kind))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_copies_are_equal_and_nothing_can_be_set(kind, data):
    one = drawn(data, kind)
    assert_copies_are_equal(one, kind)
    assert_immutable(one, kind)


def assert_copies_are_equal(one, kind):
    copies = [pickle.loads(pickle.dumps(one, protocol)) for protocol in PROTOCOLS]  # noqa: S301
    copies += [copy.copy(one), copy.deepcopy(one)]
    if kind in RECORDS:
        copies.append(evolve(one))
        if sys.version_info >= (3, 13):
            copies.append(copy.replace(one))
    assert {one} == set(copies)
    for other in copies:
        assert type(other) is kind
        assert (other == one, other != one, hash(other)) == (True, False, hash(one))


def assert_immutable(one, kind):
    before = pickle.dumps(one)
    for name in [*getattr(kind, "__slots__", ()), "name", "id", "_text", "unheard_of"]:
        with pytest.raises(AttributeError):
            setattr(one, name, None)
        with pytest.raises(AttributeError):
            delattr(one, name)
    assert pickle.dumps(one) == before
    assert one != before


@pytest.mark.parametrize("kind", TEXT_VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_values_of_a_type_have_a_total_order(kind, data):
    one, other, third = (drawn(data, kind) for _ in range(3))
    assert [one < other, one == other, one > other].count(True) == 1
    assert (one <= other, one >= other) == (not one > other, not one < other)
    assert not (one < other < third) or one < third
    assert sorted([third, other, one]) == sorted([one, other, third])
    for stranger in ("text", 5, None):
        assert one != stranger
        with pytest.raises(TypeError):
            one < stranger  # noqa: B015 - the comparison is what is asked


AT_ONCE = """
import sys, threading
from datetime import date
sys.setswitchinterval(1e-6)
barrier, results, failed = threading.Barrier(16), [], []
TEXT = '{"schema": "psm.worker/1", "data": {"id": "w", "person": {"name": "C", "nik": "%s"},' \\
       ' "assignments": [{"pillar": "psm", "serves": "63.10", "since": "2019-08-01"}]}}'

def use():
    barrier.wait()
    try:
        import psm_core
        from psm_core import load_regions, checks, privacy, wire
        from psm_core.privacy import Audience
        worker = wire.from_json(TEXT % "9901014108900001", psm_core.Worker)
        event = psm_core.Event
        day = date(2025, 10, 10)
        results.append((
            wire.to_json(worker), hash(worker), event.__name__,
            load_regions()[worker.assignments[0].serves].full_name,
            [issue.code for issue in checks.check(worker, regions=load_regions(), as_of=day)],
            privacy.redact(worker, audience=Audience.PUBLIC),
            wire.report(TEXT % "99", psm_core.Worker).issues,
            wire.schema(psm_core.Worker)["title"],
        ))
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=use) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not failed, failed
assert len(results) == 16 and all(one == results[0] for one in results)
print("alike")
"""


def test_first_use_in_several_threads_is_safe():
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("alike\n", "")
