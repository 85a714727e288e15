/** Shortens a path in the middle (`agents/…/scout.py`): its end says more than its way. Counts code points. */
export function middleEllipsis(text: string, longest: number): string {
  const points = Array.from(text);
  if (points.length <= longest) return text;
  const head = Math.floor((longest - 1) / 3);
  return [...points.slice(0, head), '…', ...points.slice(points.length - (longest - 1 - head))].join('');
}
