/** Whether a moment lies in the quiet hours; `from` and `to` are local, `HH:MM`, and may lie on two days. */
export function isQuiet(now: number, { from, to }: { from: string; to: string }): boolean {
  const at = new Date(now);
  const minute = at.getHours() * 60 + at.getMinutes();
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}
