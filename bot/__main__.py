"""``python -m bot``: on Telegram when there is a token, else in the sandbox on this machine."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot import demo, logs
from bot.config import Settings, load
from bot.errors import BotError
from bot.service import Service, open_library
from knowledge.errors import ThukyError

log = logging.getLogger("bot")

FAILED, MISUSED = 1, 2
RETRY_SECONDS = 30


def main() -> int:
    """Run until interrupted; the exit status (0 after an orderly end, 2 for bad settings, 1 for anything else)."""
    options = _options()
    logs.set_up(logging.DEBUG if options.verbose else logging.INFO)
    try:
        settings = load(options.config)
        asyncio.run(_run(settings, options.port))
    except InvalidToken:
        return _say("Telegram does not accept the token; please check it with @BotFather.", MISUSED)
    except BotError as error:
        return _say(str(error), MISUSED)
    except ThukyError as error:
        return _say(f"The reports cannot be opened: {error}.", FAILED)
    except OSError as error:
        return _say(f"Cannot start: {error}.", FAILED)
    except KeyboardInterrupt:
        return 0
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bot", description="The Telegram bot; without a token, its sandbox.")
    parser.add_argument("--config", type=Path, help="configuration file (default: config.toml, if there is one)")
    parser.add_argument("--port", type=int, default=8642, help="port of the sandbox's chat page (0: any free one)")
    parser.add_argument("--verbose", action="store_true", help="log more")
    return parser.parse_args()


def _say(what: str, status: int) -> int:
    sys.stderr.write(what + "\n")
    return status


async def _run(settings: Settings, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stop.set)
    if settings.token.get_secret_value():
        await _on_telegram(settings, stop)
    else:
        await demo.run(settings, port, stop)


async def _on_telegram(settings: Settings, stop: asyncio.Event) -> None:
    library = await open_library(settings)
    try:
        while not stop.is_set():
            try:
                async with Service(settings, library) as service:
                    log.info("@%s is listening.", service.application.bot.username)
                    await service.until(stop)
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram cannot be reached (%s); trying again in %d s.", error, RETRY_SECONDS)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), RETRY_SECONDS)
    finally:
        await library.close()


if __name__ == "__main__":
    sys.exit(main())
