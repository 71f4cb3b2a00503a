import { linkify } from './linkify.ts';

/** A text whose web addresses can be followed. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {linkify(text).map(({ text: piece, url }) =>
        url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </>
  );
}
