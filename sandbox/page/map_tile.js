// A little map drawn from the coordinates alone: the same point always gets the same streets. It is no real map.
import { svg } from "./dom.js";

const WIDTH = 232;
const HEIGHT = 116;

function dice(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    // xorshift32: enough to scatter houses, and the same everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0xffffffff;
  };
}

function houses(roll) {
  const blocks = [];
  for (let x = -20; x < WIDTH + 20; x += 38) {
    for (let y = -16; y < HEIGHT + 16; y += 34) {
      if (roll() < 0.22) continue;
      const [width, height] = [14 + roll() * 12, 10 + roll() * 10];
      blocks.push(svg("rect", { class: "map-house", x: x + 6, y: y + 6, width, height, rx: 2 }));
    }
  }
  return blocks;
}

function pin(x, y) {
  return svg(
    "g",
    { transform: `translate(${x} ${y})` },
    svg("ellipse", { class: "map-shade", cx: 0, cy: 1, rx: 8, ry: 3 }),
    svg("path", { class: "map-pin", d: "M0 0c-7-9-11-14-11-20a11 11 0 0 1 22 0c0 6-4 11-11 20z" }),
    svg("circle", { class: "map-dot", cx: 0, cy: -20, r: 4.2 }),
  );
}

/** The drawn tile for a point, pin in the middle. */
export function draw(latitude, longitude) {
  // Five decimals are about a metre: neighbours differ, the same pin repeats.
  const roll = dice(Math.round(latitude * 1e5) * 31 + Math.round(longitude * 1e5));
  for (let warm = 0; warm < 8; warm += 1) roll();
  const tilt = -18 + roll() * 36;
  const [across, down] = [36 + roll() * 40, 60 + roll() * 110];
  const bank = 84 + roll() * 24;
  const streets = svg(
    "g",
    { transform: `rotate(${tilt} ${WIDTH / 2} ${HEIGHT / 2})` },
    houses(roll),
    svg("path", { class: "map-green", d: `M${down + 14} ${across + 10}h52v34h-52z` }),
    svg("path", { class: "map-road wide", d: `M-60 ${across}H300` }),
    svg("path", { class: "map-road", d: `M${down} -60V220M${down - 78} -60V220M${down + 78} -60V220` }),
  );
  const river = svg("path", {
    class: "map-water",
    d: `M-10 ${bank + 8}C50 ${bank - 16} 90 ${bank + 22} 150 ${bank}S220 ${bank - 12} 250 ${bank + 4}V140H-10z`,
  });
  return svg(
    "svg",
    { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("rect", { class: "map-ground", width: WIDTH, height: HEIGHT }),
    roll() > 0.45 ? river : null,
    streets,
    pin(WIDTH / 2, HEIGHT / 2 + 14),
  );
}
