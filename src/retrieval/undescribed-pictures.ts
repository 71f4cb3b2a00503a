import type { Nodes, Root } from 'mdast';

/** Said of a picture that customers do not see and nobody has described. */
export const NO_ALT = 'a picture is not shown: write what it says as text';

/** The 1-based lines of pictures with nothing between their brackets: `![](washing.png)`. */
export function undescribedPictures(root: Root): number[] {
  return pictures(root).flatMap(({ alt, position }) => (alt?.trim() ? [] : [position?.start.line ?? 1]));
}

function pictures(node: Nodes): (Nodes & { type: 'image' | 'imageReference' })[] {
  if (node.type === 'image' || node.type === 'imageReference') return [node];
  return 'children' in node ? node.children.flatMap(pictures) : [];
}
