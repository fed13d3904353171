"""Questions: in private as they are typed, in groups by command, mention or reply."""

from __future__ import annotations

from telegram import Message, MessageEntity, Update
from telegram.constants import MessageEntityType

from bot.context import Context
from bot.render import Reply, render
from bot.texts import Html, Texts
from knowledge.model import Choice, Unknown

LONGEST = 600  # characters of a question
IDLE_CODES = frozenset({"not_a_question", "empty"})


async def private(update: Update, context: Context) -> None:
    """A text message in private: a question."""
    await _asked(context, context.message.text or "")


async def command(update: Update, context: Context) -> None:
    """/ask question: in private or in a group."""
    question = _after_command(context.message)
    if question:
        await _asked(context, question)
    else:
        await context.say(context.texts("ask.how"))


async def group(update: Update, context: Context) -> None:
    """A message in a group that names the bot or replies to it."""
    question = without_mention(context.message, context.bot.username)
    if question:
        named = mentions(context.message, context.bot.username)
        await _asked(context, question, small_talk=not named)
    else:
        await context.say(context.texts("ask.how"))


async def choice(update: Update, context: Context) -> None:
    """A button under a question of several readings."""
    data = (update.callback_query.data if update.callback_query else None) or ""
    _, name, number = data.split(":", 2)
    offered = await context.services.store.dialogue.offered(name)
    if offered is None or int(number) + 1 >= len(offered[0]):
        await context.pop_up(context.texts.plain("ask.choice_gone"))
        return
    (question, *readings), earlier = offered
    await context.pop_up()
    services = context.services
    again = await services.library.answer(question, asked_on=services.clock.now().date(), context=earlier)
    if isinstance(again, Choice) and again.questions == tuple(readings) and len(again.answers) == len(readings):
        await context.say(render(again.answers[int(number)]).html)
    else:  # reports came or went since
        await _answer(context, readings[int(number)], earlier, message_id=None)


async def other(update: Update, context: Context) -> None:
    """Stickers, voices and the like in private."""
    await context.say(context.texts("ask.only_text"))


async def _asked(context: Context, question: str, *, small_talk: bool = False) -> None:
    message = context.message
    dialogue = context.services.store.dialogue
    question = question.strip()
    if len(question) > LONGEST:
        await context.say(context.texts("ask.too_long", limit=LONGEST))
        return
    edited = context.event is not None and context.event.edited_message is not None
    if edited:
        if await dialogue.asked(context.chat.id, message.message_id) == question:
            return  # Telegram also reports edits that leave the words as they were, such as a link's preview
        await dialogue.forget(context.chat.id, message.message_id)
    earlier = await dialogue.earlier(context.chat.id, context.person.id, context.now, but=message.message_id)
    await _answer(
        context,
        question,
        earlier,
        message_id=message.message_id,
        reply=True if edited else None,
        small_talk=small_talk,
    )


async def _answer(
    context: Context,
    question: str,
    earlier: tuple[str, ...],
    *,
    message_id: int | None,
    reply: bool | None = None,
    small_talk: bool = False,
) -> None:
    """`small_talk`: a reply in a group that is no question is left alone."""
    services = context.services
    answer = await services.library.answer(question, asked_on=services.clock.now().date(), context=earlier)
    idle = isinstance(answer, Unknown) and answer.code in IDLE_CODES
    talk = str(answer.details.get("talk", "")) if isinstance(answer, Unknown) else ""
    if (idle and small_talk) or (talk and not context.in_private):
        return
    if talk:
        await context.say(small_talk_reply(talk, context.texts), reply=reply)
        return
    rendered = render(answer)
    rows = await _buttons(context, question, answer, rendered, earlier) if isinstance(answer, Choice) else []
    await context.say(rendered.html, rows, reply=reply)
    if not idle:
        await services.store.dialogue.remember(context.chat.id, context.person.id, message_id, question, context.now)


async def _buttons(
    context: Context, question: str, answer: Choice, rendered: Reply, earlier: tuple[str, ...]
) -> list[list[tuple[str, str]]]:
    """One row for each reading, or one row of numbers when the readings stand in the text."""
    name = await context.services.store.dialogue.offer((question, *answer.questions), earlier, context.now)
    buttons = [(label, f"ask:{name}:{i}") for i, label in enumerate(rendered.labels)]
    if rendered.labels and rendered.labels[0] == "1":
        return [buttons]
    return [[button] for button in buttons]


def small_talk_reply(talk: str, words: Texts) -> Html:
    """What is said to a greeting and the like, in the language of whoever is spoken to: "hi" has none of its own."""
    return words.first((f"talk.{talk}",), {}) or words("talk.noted")


# --- who is spoken to ------------------------------------------------------------------------------------------------


def mentions(message: Message, username: str) -> bool:
    """Whether the message names the bot."""
    return bool(_mention_spans(message, username))


def addressed(message: Message, bot_id: int, username: str) -> bool:
    """Whether a group message speaks to the bot: names it or replies to it."""
    replied = message.reply_to_message
    return mentions(message, username) or bool(replied and replied.from_user and replied.from_user.id == bot_id)


def without_mention(message: Message, username: str) -> str:
    """The message's words but for the bot's name."""
    text = message.text or ""
    for start, end in reversed(_mention_spans(message, username)):
        text = text[:start] + " " + text[end:]
    return " ".join(text.split(" ")).strip(" ,:;\n")


def _mention_spans(message: Message, username: str) -> list[tuple[int, int]]:
    found = []
    for entity in message.entities:
        if entity.type == MessageEntityType.MENTION:
            start, end = _span(message.text or "", entity)
            if (message.text or "")[start:end].lower() == f"@{username.lower()}":
                found.append((start, end))
    return found


def _span(text: str, entity: MessageEntity) -> tuple[int, int]:
    """An entity's place in characters; Telegram counts UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    start = len(raw[: 2 * entity.offset].decode("utf-16-le", "ignore"))
    return start, start + len(
        raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "ignore")
    )


def _after_command(message: Message) -> str:
    parts = (message.text or "").split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
