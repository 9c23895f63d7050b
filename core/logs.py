"""Structured logs on standard output: one JSON object a line in production, lines for people elsewhere."""

import logging.config
from collections.abc import Mapping
from typing import Any

import structlog


def configure(wanted: Mapping[str, Any]) -> None:
    """Set up logging as `settings.LOGGING` asks: a level, and whether the lines are JSON.

    Every library's log passes the same renderer. Tracebacks are plain: local variables hold what people wrote, and
    nothing of that belongs into a log.
    """
    common: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    json = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *common,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "lines": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": common,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        *(json if wanted["json"] else [plain]),
                    ],
                }
            },
            "handlers": {
                "output": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "lines"}
            },
            "root": {"handlers": ["output"], "level": wanted["level"]},
            "loggers": {
                "django": {"handlers": [], "propagate": True},
                "django.server": {"handlers": [], "propagate": True},
                "_granian": {"handlers": [], "propagate": True},
                # Answers below 500 are in the request's own line, without what an address may give away.
                "django.request": {"level": "ERROR"},
                "django.security.csrf": {"level": "ERROR"},
            },
        }
    )
