"""How often English attributions of each pattern are right: points from raw score to measured share.

Origin: measured on the documents that the learned part is trained on, by four-fold cross-validation, with
``benchmarks/attribution/calibrate.py --fit`` (its card, attribution.md, has the command and the reliability).
"""

from __future__ import annotations

SURENESS: dict[str, tuple[tuple[float, float], ...]] = {
    "according": ((0.95, 0.76),),
    "colon": ((0.7, 0.18),),
    "hedge": ((0.95, 0.91),),
    "learned": (
        (0.405, 0.36),
        (0.64, 0.47),
        (0.814, 0.58),
        (0.937, 0.7),
        (0.982, 0.71),
        (0.991, 0.76),
        (0.996, 0.78),
        (0.998, 0.84),
        (1.0, 0.91),
    ),
    "learned without source": ((0.335, 0.04), (0.494, 0.13), (0.871, 0.24), (0.996, 0.44)),
    "open": ((0.6, 0.67),),
    "participle": ((0.6, 0.48), (0.7, 0.62), (0.8, 0.81)),
    "passive": ((0.7, 0.41), (0.85, 0.5)),
    "quoting": ((0.8, 0.6),),
    "right": ((0.4, 0.39), (0.6, 0.6), (0.7, 0.61), (0.8, 0.76), (0.9, 0.84)),
    "tail": ((0.9, 0.66),),
}
