"""Logs have no number of a person, whichever library writes them."""

import io
import json
import logging
import sys

import pytest
import structlog

from psm_core import NIK
from psm_core.contrib.logging import NumberFilter, hide_in_event, hide_in_sentry_event
from psm_core.testing import pytest_plugin

NUMBER = "9901014108900001"
pytest_plugins = ["pytester"]


class AsJson(logging.Formatter):
    """Writes every attribute, and formats the exception itself."""

    def format(self, record):
        text = self.formatException(record.exc_info) if record.exc_info else record.exc_text
        return json.dumps({**vars(record), "exc_info": None, "exc_text": text}, default=repr)


@pytest.fixture(params=[logging.Formatter, AsJson])
def logged(request):
    file = io.StringIO()
    handler = logging.StreamHandler(file)
    handler.setFormatter(request.param())
    handler.addFilter(NumberFilter())
    logger = logging.Logger("uji")  # noqa: LOG001 - not a logger of the process
    logger.addHandler(handler)
    return logger, file.getvalue


def test_message_and_arguments_have_no_number(logged):
    logger, text = logged
    logger.info("ganda: %s dan %d", NUMBER, int(NUMBER))
    logger.info("NIK %s", NIK(NUMBER))
    assert NUMBER not in text()
    assert "ganda: *** dan ***" in text()


def test_extra_attributes_have_no_number(logged):
    logger, text = logged
    extra = {
        "body": {NUMBER: [NUMBER, (int(NUMBER), 12_345_678, 3)], "no": {NUMBER}},
        "nik": NIK(NUMBER),
    }
    logger.info("diterima", extra=extra)
    assert NUMBER not in text()


def test_traceback_has_no_number(logged):
    logger, text = logged
    try:
        int(f"x{NUMBER}")
    except ValueError:
        logger.exception("gagal", stack_info=True)
        logger.exception("gagal lagi")
    assert NUMBER not in text()
    assert "ValueError: invalid literal" in text()
    assert "Stack (most recent call last)" in text()


def test_formatted_traceback_is_hidden_too():
    record = logging.makeLogRecord({"msg": "gagal", "exc_text": f"ValueError: {NUMBER}"})
    assert NumberFilter().filter(record)
    assert record.exc_text == "ValueError: ***"
    try:
        int("x")
    except ValueError:
        record = logging.makeLogRecord({"exc_info": sys.exc_info(), "exc_text": NUMBER})
    assert NumberFilter().filter(record)
    assert (record.exc_info, record.exc_text) == (None, "***")


def test_event_of_structlog_has_no_number():
    file = io.StringIO()
    logger = structlog.wrap_logger(
        structlog.PrintLogger(file),
        processors=[
            structlog.processors.format_exc_info,
            hide_in_event,
            structlog.processors.JSONRenderer(),
        ],
    )
    try:
        int(f"x{NUMBER}")
    except ValueError:
        logger.exception("gagal", nik=NUMBER, count=3)
    assert NUMBER not in file.getvalue()
    assert json.loads(file.getvalue())["count"] == 3


def test_event_of_sentry_has_no_number():
    frame = {"vars": {"nik": f"'{NUMBER}'"}, "lineno": 12_345_678}
    event = {"message": NUMBER, "exception": {"values": [{"stacktrace": {"frames": [frame]}}]}}
    hidden = hide_in_sentry_event(event, {})
    assert NUMBER not in json.dumps(hidden)
    assert hidden["exception"]["values"][0]["stacktrace"]["frames"][0]["lineno"] == 12_345_678
    assert event["message"] == NUMBER  # the event that came is not changed


def test_plugin_fails_a_test_that_logs_a_number(pytester):
    pytester.makeconftest('pytest_plugins = ["psm_core.testing.pytest_plugin"]')
    pytester.makepyfile(
        f"""
        import logging

        def test_clean():
            logging.getLogger("aplikasi").warning("diterima %s", 3)

        def test_leak():
            logging.getLogger("aplikasi").warning("diterima %s", "{NUMBER}")
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["the number of a person was logged at *:7 (aplikasi)"])


def test_place_of_each_number_is_named_once():
    logger = logging.getLogger("uji.pytest_plugin")

    def log_twice():
        with pytest_plugin.no_numbers_logged():
            for text in (NUMBER, NUMBER, 3):
                logger.warning("diterima %s", text)

    with pytest.raises(pytest.fail.Exception, match=r"was logged at [^,]*$"):
        log_twice()


def test_number_in_an_extra_attribute_fails_the_test():
    logger = logging.getLogger("uji.pytest_plugin")

    def log_extra(value):
        with pytest_plugin.no_numbers_logged():
            logger.warning("diterima", extra={"body": {"nik": value}})

    log_extra(NIK(NUMBER))
    for value in (NUMBER, int(NUMBER)):
        with pytest.raises(pytest.fail.Exception, match="was logged at"):
            log_extra(value)


def test_fixture_lets_a_clean_test_pass():
    fixture = pytest_plugin.no_personal_numbers_in_logs.__wrapped__()
    next(fixture)
    assert next(fixture, "end") == "end"
