import { stripVTControlCharacters } from 'node:util';

/** Lines without colours; a carriage return alone begins the line anew, as progress bars do. */
export const plainLines = (text: string): string[] => {
  const plain = text.includes('\u001B') || text.includes('\u009B') ? stripVTControlCharacters(text) : text;
  return plain.split(/\r?\n/).map((line) => (line.includes('\r') ? line.slice(line.lastIndexOf('\r') + 1) : line));
};

/** The start of an ordinary log line: it ends a message of several lines. */
export const LOG_LINE =
  /^(?:\[?\d{4}-\d{2}-\d{2}[T ]|\[?\d{2}:\d{2}:\d{2}\b|\[?(?:DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|TRACE)\b|\{"|[A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2} )/;
