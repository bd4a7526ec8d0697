import type { Call } from './cpu-profile.ts';

const WIDTH = 1600;
const ROW = 17;
/** Narrower calls are left out. Pixels. */
const NARROWEST = 0.5;
/** Pixels of a letter. */
const LETTER = 6.2;

interface Box {
  readonly call: Call;
  readonly left: number;
  readonly depth: number;
}

/** Draws who called whom, each as wide as the time that it took, as an SVG document. */
export function drawFlameGraph(root: Call): string {
  const scale = WIDTH / root.total;
  const boxes: Box[] = [];
  const place = (call: Call, left: number, depth: number): void => {
    if (call.total * scale < NARROWEST) return;
    boxes.push({ call, left, depth });
    let next = left;
    for (const inner of call.calls) {
      place(inner, next, depth + 1);
      next += inner.total * scale;
    }
  };
  place(root, 0, 0);
  const height = (Math.max(...boxes.map(({ depth }) => depth)) + 1) * ROW;
  const drawn = boxes.map((box) => draw(box, scale)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="monospace" font-size="11">\n${drawn}\n</svg>\n`;
}

function draw({ call: { name, total }, left, depth }: Box, scale: number): string {
  const width = total * scale;
  const y = depth * ROW;
  const shown = name.slice(0, Math.floor((width - 4) / LETTER));
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 50;
  return (
    `<g><title>${escape(name)}: ${total.toFixed(1)} ms</title>` +
    `<rect x="${left.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="hsl(${hue} 80% 65%)"/>` +
    `<text x="${(left + 2).toFixed(1)}" y="${y + 12}">${escape(shown)}</text></g>`
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
