"""The suite itself: the same tests in every process, and the files that take most time."""

import gzip

import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize("content", [gzip.compress(b"NIK,Nama")])  # it contains the time
def test_bytes_that_are_no_text_are_named_by_their_argument(request, content):
    assert content.startswith(b"\x1f\x8b")
    assert request.node.name.endswith("[content]")


def test_file_with_most_processor_time_is_printed_first(pytester):
    pytester.makepyfile(test_quick="def test_it(): pass")
    pytester.makepyfile(test_slow="def test_it(): sum(range(10**6))")
    result = pytester.runpytest_inprocess("-p", "tests.processor_time", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*s of processor time*", "* s  test_slow.py", "*test_quick.py"])
