/** What in a text may be hard to read, by its words. A courtesy to readers: it decides nothing about the record. */
const NOTES: Record<string, RegExp> = {
  body: /\b(dismember|decapitat|behead|mutilat|charred|severed|body parts|corpses?|mass graves?)/i,
  child: /\b(child(ren)?|infants?|bab(y|ies)|toddlers?|school(boy|girl)s?)\b[^.]{0,80}\b(killed|dead|died|burned|buried)\b|\b(killed|killing|dead|died|burned|buried)\b[^.]{0,80}\b(child(ren)?|infants?|bab(y|ies)|toddlers?)\b/i,
  sexual: /\b(rape[ds]?|raping|sexual(ly)? (violence|assault\w*|abus\w*))\b/i,
  torture: /\b(tortur\w+|electrocut\w+|flogg\w+)\b/i,
};

export function contentNotes(text: string): string[] {
  return Object.keys(NOTES).filter((note) => NOTES[note]?.test(text));
}
