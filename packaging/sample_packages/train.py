"""Trains one sample package's model: on everyday sentences, then on them and the stories, then mostly on the stories.

python -m sample_packages.train uk-en everyday --parallel FOLDER --work FOLDER
python -m sample_packages.train uk-en stories --parallel FOLDER --work FOLDER
python -m sample_packages.train uk-en polish --parallel FOLDER --work FOLDER
"""

import argparse
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from msgspec import Struct
from msgspec.structs import replace
from torch import Tensor
from torch.nn import functional

from sample_packages.coders import BLANK, END, START, UNKNOWN, Coder, learn_coder, load_coder, read_vocabulary
from sample_packages.network import Network
from sample_packages.pairs import Ground, Pair, read_everyday, read_stories, split_ground, vary
from sample_packages.recipes import RECIPES, SHAPE, Layout, Recipe

SEED = 20250314
_BATCH = 2600
# The stories are to be known for certain: smoothing them makes the beam search drop words.
_SMOOTHING = 0.1
_LONGEST = 320
Numbered = tuple[list[int], list[int]]


class Plan(Struct, frozen=True):
    """How long to train and how: steps, the highest learning rate, and the share of story tokens in a batch.

    `noise` is the share of target pieces that the network sees replaced by others while it learns what follows:
    a beam search that went wrong by a piece then goes on in step, instead of leaving a piece out and ending before
    the right answer does. `before` is the phase that it goes on from.
    """

    steps: int
    rate: float
    share: float
    warmup: int
    dropout: float = 0.1
    noise: float = 0.0
    before: str = ""


PLANS = {
    "everyday": Plan(1500, 2.5e-3, 0.0, 200),
    "stories": Plan(300, 1.2e-3, 0.5, 50, before="everyday"),
    "polish": Plan(120, 6e-4, 0.8, 10, dropout=0.0, noise=0.15, before="stories"),
}


def number(pairs: Sequence[Pair], coder: Coder, vocabulary: Sequence[str], recipe: Recipe) -> list[Numbered]:
    """Return the pairs as numbers of pieces; those longer than a model of this size can learn are left out."""
    numbers = {piece: place for place, piece in enumerate(vocabulary)}
    ends = [END] if recipe.layout is Layout.MOSES_BPE else []
    rows = []
    for pair in pairs:
        source = [numbers.get(piece, UNKNOWN) for piece in coder.cut_source(pair.source)] + ends
        target = [numbers.get(piece, UNKNOWN) for piece in coder.cut_target(pair.target)]
        if source and max(len(source), len(target)) < _LONGEST:
            rows.append((source, target))
    return rows


def batches(rows: Sequence[Numbered], size: int, dice: random.Random) -> Iterator[list[Numbered]]:
    """Yield batches of like lengths, of at most `size` pieces with padding, for ever, in a new order each time."""
    while True:
        order = sorted(rows, key=lambda row: (max(len(row[0]), len(row[1])), dice.random()))
        cut: list[list[Numbered]] = [[]]
        for row in order:
            longest = max(len(row[0]), len(row[1])) + 1
            if cut[-1] and longest * (len(cut[-1]) + 1) > size:
                cut.append([])
            cut[-1].append(row)
        dice.shuffle(cut)
        yield from cut


def _pad(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[BLANK] * (longest - len(row))] for row in rows])


def _disturb(target: Tensor, noise: float, pieces: int) -> Tensor:
    """Return `target` with a share of its pieces, marks of start and padding excepted, replaced by any others."""
    hit = (torch.rand(target.shape) < noise) & (target > BLANK)
    return torch.where(hit, torch.randint(BLANK + 1, pieces, target.shape), target)


def loss_of(network: Network, batch: Sequence[Numbered], smoothing: float, noise: float) -> Tensor:
    """Return the cross-entropy of one batch."""
    source = _pad([row[0] for row in batch])
    target = _disturb(_pad([[START, *row[1]] for row in batch]), noise, network.table.num_embeddings)
    wanted = torch.tensor([piece for row in batch for piece in (*row[1], END)])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(source, target)
    return functional.cross_entropy(logits.float(), wanted, label_smoothing=smoothing)


def train(network: Network, everyday: Sequence[Numbered], stories: Sequence[Numbered], plan: Plan) -> None:
    """Train `network` in place, and say now and then how far it is."""
    dice = random.Random(SEED)  # noqa: S311 - training, not secrets
    share = plan.share if stories else 0.0
    everyday_batches = batches(everyday, int(_BATCH * (1 - share)), dice)
    story_batches = batches(stories, int(_BATCH * share), dice) if share else None
    optimizer = torch.optim.Adam(network.parameters(), lr=plan.rate, betas=(0.9, 0.98), eps=1e-9)
    network.train()
    started, recent = time.monotonic(), []
    for step in range(1, plan.steps + 1):
        warm = min(1.0, step / plan.warmup)
        rate = plan.rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / plan.steps)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad(set_to_none=True)
        losses = [loss_of(network, next(everyday_batches), _SMOOTHING, plan.noise)]
        if story_batches is not None:
            losses.append(loss_of(network, next(story_batches), 0.0, plan.noise))
        total = torch.stack(losses).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        recent.append([loss.item() for loss in losses])
        if step % 50 == 0:
            means = [sum(column) / len(column) for column in zip(*recent, strict=True)]
            shown = " ".join(f"{mean:.3f}" for mean in means)
            sys.stdout.write(f"{step}/{plan.steps} loss {shown} {time.monotonic() - started:.0f} s\n")
            sys.stdout.flush()
            recent = []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", choices=RECIPES)
    parser.add_argument("phase", choices=PLANS)
    parser.add_argument("--parallel", type=Path, required=True, help="folder of Tatoeba's pairs")
    parser.add_argument("--work", type=Path, required=True, help="folder to work in")
    parser.add_argument("--pairs", type=Path, default=Path(__file__).parent / "pairs", help="folder of our own pairs")
    parser.add_argument("--steps", type=int, default=0, help="another number of steps than the plan's")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def _prepare(ground: Ground, work: Path, recipe: Recipe, plan: Plan) -> tuple[Coder, list[str], Network]:
    """Return the tokenizer, its vocabulary and the network, as the phase before left them."""
    if plan.before:
        coder = load_coder(work, recipe)
    else:
        sides = [pair.source for pair in ground.everyday], [pair.target for pair in ground.everyday]
        coder = learn_coder(sides, work, recipe, SHAPE.pieces)
    vocabulary = read_vocabulary(work)
    network = Network(SHAPE, len(vocabulary), plan.dropout)
    if plan.before:
        network.load_state_dict(torch.load(work / f"{plan.before}.pt", weights_only=True))
    return coder, vocabulary, network


def main() -> None:
    """Train one phase, from what the phase before left in the working folder."""
    told = _arguments()
    recipe, plan, work = RECIPES[told.recipe], PLANS[told.phase], told.work / told.recipe
    if told.steps:
        plan = replace(plan, steps=told.steps)
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(told.threads)
    torch.manual_seed(SEED)
    ground = split_ground(read_everyday(told.parallel, recipe), read_stories(told.pairs, recipe), SEED)
    coder, vocabulary, network = _prepare(ground, work, recipe, plan)
    units = [*ground.stories, *ground.stories, *vary(ground.stories, recipe)] if plan.share else []
    everyday = number(ground.everyday, coder, vocabulary, recipe)
    stories = number(units, coder, vocabulary, recipe)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    sys.stdout.write(f"{len(vocabulary)} pieces, {parameters} parameters, {len(everyday)} + {len(stories)} pairs\n")
    train(network, everyday, stories, plan)
    torch.save(network.state_dict(), work / f"{told.phase}.pt")


if __name__ == "__main__":
    main()
