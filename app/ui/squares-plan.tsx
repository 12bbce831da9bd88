// The picture at the door: an imagined plan of six old towns, each around its square, which bears the local word for it.

/** The word for market square in the languages of six partner cities; names, so they are never translated. */
const words = ["turgus", "târg", "tirgus", "trg", "targ", "tori"];

interface Town {
  left: number;
  top: number;
  /** The square itself: its corners within the town's 240. */
  square: [left: number, top: number, right: number, bottom: number];
  turnsLeft: boolean;
}

const towns: Town[] = [
  { left: 0, top: 0, square: [84, 92, 166, 152], turnsLeft: false },
  { left: 240, top: 0, square: [70, 78, 152, 150], turnsLeft: true },
  { left: 0, top: 240, square: [76, 84, 176, 146], turnsLeft: true },
  { left: 240, top: 240, square: [92, 76, 170, 158], turnsLeft: false },
  { left: 0, top: 480, square: [90, 90, 168, 160], turnsLeft: false },
  { left: 240, top: 480, square: [72, 96, 162, 158], turnsLeft: true },
];

const street = 11;
const lane = 2.5;

type Block = [left: number, top: number, right: number, bottom: number];

/** Four blocks turned around the square, so that no street runs straight across it. */
function blocksAround({ square: [a, b, c, d], turnsLeft }: Town): Block[] {
  const start = street / 2;
  const end = 240 - street / 2;
  const right: Block[] = [
    [start, start, c - street, b],
    [c, start, end, d - street],
    [a + street, d, end, end],
    [start, b + street, a, end],
  ];
  const left: Block[] = [
    [a + street, start, end, b],
    [c, b + street, end, end],
    [start, d, c - street, end],
    [start, start, a, d - street],
  ];
  return turnsLeft ? left : right;
}

/** Houses of a block: parcels of uneven width along its longer side, some with a court. */
function housesOf([left, top, right, bottom]: Block, seed: number): string {
  const isWide = right - left > bottom - top;
  const length = isWide ? right - left : bottom - top;
  const depth = isWide ? bottom - top : right - left;
  const count = Math.max(2, Math.round(length / 34));
  const shares = Array.from({ length: count }, (_, at) => 0.7 + (((seed + at) * 7919) % 97) / 120);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let path = "";
  let from = 0;
  shares.forEach((share, at) => {
    const width = (share / whole) * length - (at < count - 1 ? lane : 0);
    const [x, y, w, h] = isWide ? [left + from, top, width, depth] : [left, top + from, depth, width];
    path += box(x, y, w, h);
    if ((seed + at) % 3 === 0 && w > 22 && h > 22)
      path += court(x + w * 0.32, y + h * 0.34, w * 0.36, h * 0.3);
    from += width + lane;
  });
  return path;
}

const whole = (figure: number) => Math.round(figure * 10) / 10;
const box = (x: number, y: number, w: number, h: number) =>
  `M${whole(x)} ${whole(y)}h${whole(w)}v${whole(h)}h${whole(-w)}z`;
/** Drawn the other way round, so that it stays empty. */
const court = (x: number, y: number, w: number, h: number) =>
  `M${whole(x)} ${whole(y)}v${whole(h)}h${whole(w)}v${whole(-h)}z`;

export function SquaresPlan() {
  return (
    <svg viewBox="0 0 480 720" preserveAspectRatio="xMidYMid slice" focusable="false">
      {towns.map((town, at) => {
        const [a, b, c, d] = town.square;
        return (
          <g key={`${town.left} ${town.top}`} transform={`translate(${town.left} ${town.top})`}>
            <path
              className="plan-houses"
              d={blocksAround(town)
                .map((block, number) => housesOf(block, at * 5 + number * 3))
                .join("")}
            />
            <rect
              className="plan-well"
              x={(a + c) / 2 - 3}
              y={(b + d) / 2 - 14}
              width="6"
              height="6"
              rx="1"
            />
            <text className="plan-word" x={(a + c) / 2} y={(b + d) / 2 + 12} textAnchor="middle">
              {words[at]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
