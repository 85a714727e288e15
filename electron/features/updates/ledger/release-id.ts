/** `R-0142`: how people and other tools name release number 142. */
export const releaseId = (number: number): string => `R-${String(number).padStart(4, '0')}`;

export const releaseNumber = (id: string): number => Number(id.slice(2));
