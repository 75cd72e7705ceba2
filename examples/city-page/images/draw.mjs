// Draws the city's two pictures, a river town and a street, and writes them as WebP in the sizes the pages ask for.
// The pictures are ours (MIT, like the rest); they show no real place. Run again only to change them:
//   node examples/city-page/images/draw.mjs            (CHROME_PATH names the browser, default /usr/bin/chromium)

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

// The same numbers every time, so that the same town stands there every time.
let seed = 7;
const random = () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
const between = (low, high) => low + random() * (high - low);
const pick = (list) => list[Math.floor(random() * list.length)];
const repeat = (count, draw) => Array.from({ length: count }, (_, at) => draw(at)).join('');

const brick = ['#9c5a45', '#8d4c3c', '#b0735a', '#a8664c', '#c39a78', '#7d463a', '#d0b89a', '#8b6a58'];
const leaves = ['#4c7350', '#5c8258', '#3f6648', '#6f9160', '#87a066', '#567a4a', '#a3a760'];

/** One leafy crown: a heap of circles, darker below, lighter towards the sun on the left. */
function tree(x, ground, size, colours = leaves) {
  const colour = pick(colours);
  const blobs = repeat(16, () => {
    const turn = between(0, Math.PI * 2);
    const reach = between(0, 0.42) * size;
    const light =
      Math.cos(turn - Math.PI * 1.2) > 0.3 ? 'fill="#fff3c4" fill-opacity=".13"' : 'fill="#12332b" fill-opacity=".12"';
    const cx = x + Math.cos(turn) * reach;
    const cy = ground - size * 0.72 + Math.sin(turn) * reach * 0.8;
    const r = size * between(0.13, 0.26);
    return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${colour}"/><circle cx="${cx}" cy="${cy}" r="${r * 0.8}" ${light}/>`;
  });
  return `<path d="M${x - size * 0.04} ${ground}V${ground - size * 0.6}h${size * 0.08}V${ground}z" fill="#4b3b33"/><g filter="url(#leafy)">${blobs}</g>`;
}

/** One brick front of Main Street: cornice, rows of windows with lintels, a shop window with an awning. */
function front(x, ground, width, floors) {
  const colour = pick(brick);
  const floor = 40;
  const height = floors * floor + 46;
  const top = ground - height;
  const across = Math.max(2, Math.round(width / 26));
  const gap = width / across;
  const windows = repeat(floors, (row) =>
    repeat(across, (at) => {
      const wx = x + gap * at + gap / 2 - 6;
      const wy = top + 16 + row * floor;
      const glass = random() < 0.18 ? '#f6d99a' : pick(['#40525a', '#4d6068', '#37474f', '#5d737b']);
      return `<rect x="${wx - 1.5}" y="${wy - 3}" width="15" height="4" fill="#e9ddc8" fill-opacity=".8"/><rect x="${wx}" y="${wy}" width="12" height="22" fill="${glass}"/><path d="M${wx} ${wy + 11}h12M${wx + 6} ${wy}v22" stroke="#e9ddc8" stroke-width="1" stroke-opacity=".7"/>`;
    }),
  );
  const awning = pick(['#14574a', '#8a3b2e', '#2f4f6b', '#c8a24c', '#5a5f3c']);
  return `<g><rect x="${x}" y="${top}" width="${width}" height="${height}" fill="${colour}"/>
<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="url(#shade)"/>
<rect x="${x - 2}" y="${top - 6}" width="${width + 4}" height="8" fill="#e6d6bd"/><rect x="${x}" y="${top + 2}" width="${width}" height="3" fill="#3a2a24" fill-opacity=".35"/>
${windows}
<rect x="${x + 4}" y="${ground - 30}" width="${width - 8}" height="28" fill="#33424a"/><rect x="${x + 8}" y="${ground - 26}" width="${width * 0.4}" height="22" fill="#f0d9a4" fill-opacity=".5"/>
<path d="M${x + 2} ${ground - 34}h${width - 4}l4 12H${x - 2}z" fill="${awning}"/></g>`;
}

/** The steeple that shows where the town is. */
function church(x, ground) {
  return `<path d="M${x - 44} ${ground}v-70l34-34 34 34v70z" fill="#e9e2d3"/><path d="M${x - 50} ${ground - 66}l40-42 40 42" fill="none" stroke="#5b5148" stroke-width="7"/>
<rect x="${x + 16}" y="${ground - 150}" width="36" height="150" fill="#f3ede0"/><path d="M${x + 12} ${ground - 148}l22-96 22 96z" fill="#4d5f63"/><path d="M${x + 34} ${ground - 244}v-22m-7 8h14" stroke="#4d5f63" stroke-width="3"/>
<rect x="${x + 27}" y="${ground - 132}" width="14" height="26" rx="7" fill="#4d6068"/><rect x="${x - 17}" y="${ground - 62}" width="14" height="34" rx="7" fill="#4d6068"/><rect x="${x - 24}" y="${ground - 22}" width="26" height="22" fill="#6d4a38"/>
<rect x="${x + 16}" y="${ground - 150}" width="12" height="150" fill="#c8bfae" fill-opacity=".5"/>`;
}

function waterTower(x, ground) {
  return `<g stroke="#8fa3a6" stroke-width="5" fill="none"><path d="M${x - 26} ${ground}l10-150M${x + 26} ${ground}l-10-150M${x} ${ground}v-150M${x - 22} ${ground - 50}l40-50M${x + 22} ${ground - 50}l-40-50"/></g>
<ellipse cx="${x}" cy="${ground - 184}" rx="48" ry="36" fill="#dfe8e6"/><ellipse cx="${x + 14}" cy="${ground - 178}" rx="34" ry="30" fill="#b4c6c6" fill-opacity=".5"/><path d="M${x - 46} ${ground - 190}q46 -70 92 0" fill="#c9d7d5"/><rect x="${x - 48}" y="${ground - 186}" width="96" height="5" fill="#14574a"/>`;
}

function house(x, ground, scale = 1) {
  const wall = pick(['#e8dcc6', '#cfd9d3', '#d9c3a3', '#c7d0d8', '#f0e9da', '#b9c7b4']);
  const roof = pick(['#6a5148', '#54606a', '#7c5b4c', '#4c4a4f']);
  return `<g transform="translate(${x} ${ground}) scale(${scale})"><rect x="-42" y="-62" width="84" height="62" fill="${wall}"/><rect x="-42" y="-62" width="84" height="62" fill="url(#shade)"/><path d="M-52 -58L0 -112 52 -58z" fill="${roof}"/><path d="M-42 -62L0 -104 42 -62z" fill="${wall}" fill-opacity=".75"/>
<rect x="24" y="-112" width="11" height="32" fill="#8d5a48"/><rect x="-8" y="-92" width="16" height="18" fill="#4a5c64"/><rect x="-34" y="-46" width="17" height="22" fill="#4a5c64"/><rect x="17" y="-46" width="17" height="22" fill="#f3d99d"/><rect x="-9" y="-36" width="18" height="36" fill="#5c3b30"/>
<path d="M-48 -14h96v5h-96zM-46 -20v20M46 -20v20" fill="#fff" stroke="#fff" stroke-width="3"/></g>`;
}

const defs = (height) => `<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6fa3c4"/><stop offset=".45" stop-color="#b5d1dc"/><stop offset=".8" stop-color="#f3e6c9"/><stop offset="1" stop-color="#f6d9ab"/></linearGradient>
<linearGradient id="shade" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff1c9" stop-opacity=".28"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d1a2b" stop-opacity=".3"/></linearGradient>
<linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5e8891" stop-opacity=".35"/><stop offset=".5" stop-color="#356771" stop-opacity=".55"/><stop offset="1" stop-color="#1e4a50" stop-opacity=".85"/></linearGradient>
<linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9a9b97"/><stop offset="1" stop-color="#5c6164"/></linearGradient>
<radialGradient id="sun" cx=".2" cy=".55" r=".6"><stop offset="0" stop-color="#fff3cf" stop-opacity=".95"/><stop offset=".35" stop-color="#ffe6ab" stop-opacity=".4"/><stop offset="1" stop-color="#ffe6ab" stop-opacity="0"/></radialGradient>
<filter id="leafy" x="-20%" y="-20%" width="140%" height="140%"><feTurbulence type="fractalNoise" baseFrequency=".09" numOctaves="3" seed="4"/><feDisplacementMap in="SourceGraphic" scale="16"/></filter>
<filter id="ripple" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".004 .11" numOctaves="3" seed="9"/><feDisplacementMap in="SourceGraphic" scale="34" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.6 .5"/></filter>
<filter id="cloud" x="-30%" y="-60%" width="160%" height="220%"><feTurbulence type="fractalNoise" baseFrequency=".012 .03" numOctaves="4" seed="21"/><feDisplacementMap in="SourceGraphic" scale="70"/><feGaussianBlur stdDeviation="9"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="3"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .14 0"/></filter>
<clipPath id="all"><rect width="1600" height="${height}"/></clipPath></defs>`;

function sky(height) {
  const clouds = repeat(9, () => {
    const x = between(0, 1600);
    const y = between(30, height * 0.32);
    return `<ellipse cx="${x}" cy="${y}" rx="${between(90, 210)}" ry="${between(9, 24)}" fill="#fffaf0" fill-opacity="${between(0.35, 0.75)}"/>`;
  });
  return `<rect width="1600" height="${height}" fill="url(#sky)"/><rect width="1600" height="${height}" fill="url(#sun)"/><g filter="url(#cloud)">${clouds}</g>`;
}

/** Wooded hills, paler the further off they are. */
function hills(base, height, colour) {
  let edge = `M0 ${base}`;
  for (let x = 0; x <= 1600; x += 16) {
    const y =
      base - height * (0.5 + 0.3 * Math.sin(x / 210 + height) + 0.2 * Math.sin(x / 67)) - between(0, height * 0.13);
    edge += `L${x} ${y}`;
  }
  return `<path d="${edge}L1600 ${base}z" fill="${colour}" filter="url(#leafy)"/>`;
}

/** A town on its river, with an arched bridge: the picture of the home page. */
function riverTown() {
  seed = 11;
  const shore = 412;
  let x = 560;
  let fronts = '';
  while (x < 1180) {
    const width = between(58, 104);
    fronts += front(x, shore - 8, width, pick([1, 2, 2, 3]));
    x += width + (random() < 0.2 ? 14 : 0);
  }
  const arches = repeat(4, (at) => {
    const ax = 40 + at * 122;
    return `<path d="M${ax} ${shore + 44}v-26a49 44 0 0 1 98 0v26z" fill="#2f5258"/>`;
  });
  const bridge = `<path d="M-10 ${shore - 40}q260 -26 540 12v72H-10z" fill="#d9cdb8"/><path d="M-10 ${shore - 40}q260 -26 540 12v9q-280 -36 -540 -11z" fill="#efe6d4"/><path d="M-10 ${shore + 12}q260 -10 540 0v32H-10z" fill="#8f8676" fill-opacity=".3"/>${arches}
<g stroke="#b8ab95" stroke-width="4">${repeat(18, (at) => `<path d="M${at * 30 + 6} ${shore - 40 - 11 * Math.sin((at / 18) * Math.PI)}v-20"/>`)}<path d="M0 ${shore - 60}q260 -26 530 8" fill="none"/></g>`;
  const land = `${hills(shore - 30, 150, '#a9bfb6')}${hills(shore - 14, 104, '#88a797')}${waterTower(1310, shore - 40)}${hills(shore, 62, '#5f8468')}
${church(500, shore - 26)}${repeat(16, () => tree(between(480, 1220), shore - 74, between(50, 80)))}${fronts}
${repeat(5, (at) => house(1235 + at * 88 + between(-8, 8), shore - 10, between(0.8, 1)))}
${repeat(20, (at) => tree(1180 + at * 24 + between(-8, 8), shore + between(2, 12), between(44, 110)))}${repeat(10, (at) => tree(540 + at * 66 + between(-14, 14), shore + 8, between(34, 54)))}
<path d="M470 ${shore + 4}q560 -16 1140 -2v22H470z" fill="#7a8b5c"/><path d="M470 ${shore + 18}h1140v8H470z" fill="#5d6c49"/>${bridge}`;
  const water = shore + 24;
  const streaks = repeat(150, () => {
    const y = between(water + 4, 700);
    const near = (y - water) / (700 - water);
    return `<rect x="${between(-60, 1600)}" y="${y}" width="${between(20, 70) + near * between(60, 240)}" height="${0.7 + near * 2.4}" rx="1" fill="${random() < 0.6 ? '#f8ead0' : '#143f45'}" fill-opacity="${between(0.05, 0.22)}"/>`;
  });
  const reeds = repeat(330, () => {
    const rx = random() < 0.6 ? between(980, 1600) : between(0, 300);
    const foot =
      rx > 900 ? 712 - ((rx - 940) / 660) * 90 + between(-6, 34) : 704 - ((300 - rx) / 300) * 46 + between(0, 26);
    const tall = between(26, 80);
    const lean = between(-16, 16);
    return `<path d="M${rx} ${foot}q${lean * 0.2} ${-tall * 0.6} ${lean} ${-tall}" stroke="${pick(['#4d6b3e', '#6d8448', '#8a9450', '#39572f', '#a89f5a'])}" stroke-width="${between(1.6, 3.6)}" fill="none"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="700" viewBox="0 0 1600 700">${defs(700)}<g clip-path="url(#all)">
<g id="above">${sky(shore + 60)}${land}</g>
<g><rect y="${water}" width="1600" height="300" fill="#7fa3a6"/><svg y="${water}" width="1600" height="${700 - water}"><g filter="url(#ripple)"><g transform="translate(0 ${water}) scale(1 -1)"><use href="#above"/></g></g></svg>
<rect y="${water}" width="1600" height="${700 - water}" fill="url(#water)"/>${streaks}</g>
<path d="M0 660q160 -4 330 60v-20H0z" fill="#4f6b3c"/><path d="M0 650q180 10 320 60H0z" fill="#5d7743"/><path d="M930 712q300 -20 680 -110v110z" fill="#56723f"/><path d="M1040 712q280 -12 570 -76v76z" fill="#6a8549"/>${reeds}
<rect width="1600" height="700" fill="url(#sun)" opacity=".35"/><rect width="1600" height="700" filter="url(#grain)"/></g></svg>`;
}

/** A street of houses under trees, just after the repair crew has been: the picture of the report pages. */
function street() {
  seed = 29;
  const ground = 300;
  const lane = repeat(8, (at) => {
    const near = (at / 8) ** 1.9;
    const next = ((at + 0.5) / 8) ** 1.9;
    const y1 = ground + near * 240;
    const y2 = ground + next * 240;
    const w1 = 1 + near * 9;
    const w2 = 1 + next * 9;
    const c1 = 830 + near * -40;
    const c2 = 830 + next * -40;
    return `<path d="M${c1 - w1} ${y1}L${c1 + w1} ${y1}L${c2 + w2} ${y2}L${c2 - w2} ${y2}z" fill="#f2e3ae"/>`;
  });
  const cracks = repeat(
    70,
    () =>
      `<ellipse cx="${between(200, 1400)}" cy="${between(ground + 40, 540)}" rx="${between(8, 60)}" ry="${between(0.6, 2)}" fill="#3d4244" fill-opacity="${between(0.08, 0.25)}"/>`,
  );
  const cone = (cx, cy, s) =>
    `<g transform="translate(${cx} ${cy}) scale(${s})"><ellipse cx="8" cy="2" rx="34" ry="6" fill="#22282a" fill-opacity=".35"/><path d="M-24 0h48l-5 -7h-38z" fill="#b4431d"/><path d="M-16 -6L-4 -62h8L16 -6z" fill="#e0642c"/><path d="M-12.4 -23L-9.4 -37h18.8l3 14z" fill="#fbf3e4"/><path d="M-7.4 -46L-5.2 -56h10.4l2.2 10z" fill="#fbf3e4"/></g>`;
  const lamp = (lx, base, s) =>
    `<g transform="translate(${lx} ${base}) scale(${s})"><path d="M-4 0h8l-2 -190h-4z" fill="#22332f"/><path d="M-9 0h18v-12H-9z" fill="#22332f"/><path d="M-12 -190h24l5 -34h-34z" fill="#fbe6b2"/><path d="M-19 -224h38l-12 -16h-14z" fill="#22332f"/><circle cy="-207" r="44" fill="#ffe6ab" fill-opacity=".25"/></g>`;
  const left = repeat(9, (at) => {
    const far = 1 - at / 9;
    return `${house(800 - (1 - far) ** 1.5 * 860 - 70, ground + (1 - far) ** 2 * 90 - 2, 0.5 + (1 - far) * 1.5)}${tree(860 - (1 - far) ** 1.5 * 900 - 110, ground + (1 - far) ** 2 * 106 + 6, 80 + (1 - far) * 230)}`;
  });
  const right = repeat(9, (at) => {
    const near = at / 9;
    return `${house(880 + near ** 1.5 * 860 + 60, ground + near ** 2 * 90 - 2, 0.5 + near * 1.5)}${tree(880 + near ** 1.5 * 900 + 100, ground + near ** 2 * 106 + 6, 80 + near * 220)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="540" viewBox="0 0 1600 540">${defs(540)}<g clip-path="url(#all)">${sky(360)}${hills(ground, 84, '#93ad9f')}${hills(ground + 4, 46, '#6b8d70')}
${church(1000, ground - 4)}${repeat(18, () => tree(between(640, 1040), ground + 4, between(40, 76)))}
<rect y="${ground}" width="1600" height="260" fill="#7d9a58"/><path d="M812 ${ground}h36L1700 560H-140z" fill="#c9c2b2"/><path d="M816 ${ground}h28L1480 560H40z" fill="url(#road)"/>${cracks}${lane}
${left}${right}${lamp(560, 400, 0.9)}${lamp(1120, 400, 0.9)}${lamp(720, 338, 0.45)}${lamp(940, 338, 0.45)}
<path d="M560 452q90 -26 210 -8 70 18 20 44 -120 34 -230 4 -60 -20 0 -40z" fill="#3b4245"/><path d="M566 454q90 -22 200 -6 58 14 16 36 -110 28 -214 2 -50 -16 -2 -32z" fill="#474f52"/>
${cone(530, 500, 0.95)}${cone(838, 494, 0.9)}${cone(600, 446, 0.62)}${cone(770, 442, 0.6)}
<rect width="1600" height="540" fill="url(#sun)" opacity=".45"/><rect width="1600" height="540" filter="url(#grain)"/></g></svg>`;
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [name, svg, height] of [
  ['river', riverTown(), 700],
  ['street', street(), 540],
]) {
  for (const [width, quality] of [
    [1600, 66],
    [800, 64],
  ]) {
    await page.setViewport({ width, height: Math.round((height * width) / 1600), deviceScaleFactor: 1 });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100%;height:auto}</style>${svg}`);
    const picture = await page.screenshot({ type: 'webp', quality });
    writeFileSync(path.join(import.meta.dirname, `${name}-${width}.webp`), picture);
    console.log(`${name}-${width}.webp`, picture.length);
  }
}
await browser.close();
