import type { TextEdit } from '../edit/text-edit.js';
import type { Reason } from '../transform.js';
import type { NodeRange } from '../types/oracle.js';

/** The edits that make a declaration's type a promise, or why they can't be made. */
export type SignatureEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: Reason };

export function typeStays(type: string, place: NodeRange): SignatureEdits {
  return { ok: false, reason: { code: 'type-stays', data: { type }, places: [place] } };
}

/** All edits of several declarations; the first that can't be changed stops them all. */
export function joinSignatureEdits(parts: readonly SignatureEdits[]): SignatureEdits {
  const stopped = parts.find(({ ok }) => !ok);
  return stopped ?? { ok: true, edits: parts.flatMap((part) => (part.ok ? part.edits : [])) };
}
