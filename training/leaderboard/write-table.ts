import type { Leaderboard, LeaderboardRow, Task } from './leaderboard-row.ts';

const ABSENT = '–';

/** A markdown table; bars inside cells are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Title, introduction and table of one task. */
export function writeBoard({ title, introduction, columns, rows }: Leaderboard): string {
  const head = ['Split', 'Idea', ...columns, 'Training, CPU s', 'CPU ms a text', 'Remarks'];
  return `## ${title}\n\n${introduction}\n\n${markdownTable(head, rows.map(cellsOf))}\n`;
}

function cellsOf({ split, idea, figures, trainSeconds, msPerText, remarks }: LeaderboardRow): string[] {
  return [
    split,
    idea,
    ...figures.map((figure) => figure?.toFixed(3) ?? ABSENT),
    trainSeconds?.toFixed(1) ?? ABSENT,
    msPerText?.toFixed(2) ?? ABSENT,
    remarks,
  ];
}

/**
 * Puts a task's board into its place in the document, between the comments that name the task, and leaves everything
 * else as it is: tasks can be measured one by one.
 * @throws when the document has no such place
 */
export function replaceBoard(document: string, task: Task, board: string): string {
  const [open, close] = [`<!-- ${task} -->\n`, `<!-- /${task} -->\n`];
  const start = document.indexOf(open);
  const end = document.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the document has no place for ${task}`);
  return `${document.slice(0, start + open.length)}${board}${document.slice(end)}`;
}
