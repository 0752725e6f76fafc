// @ts-check
/**
 * Packages of which the extension needs less than they bring, made lighter as they are bundled. What they answer stays the same: tests hold the entities equal,
 * and read YAML with what is left.
 */
import { pathToFileURL } from "node:url";

/**
 * Names of characters and what they stand for, as one text: of each name how many of its letters are those of the name before (in base 36) and the others, then its
 * code points (in base 36, parted by dots).
 *
 * @param {Readonly<Record<string, string>>} entities
 */
export function packed(entities) {
  let before = "";
  return Object.keys(entities)
    .sort()
    .map((name) => {
      let same = 0;
      while (same < 35 && same < before.length && name[same] === before[same]) same++;
      before = name;
      const points = [...(entities[name] ?? "")].map((letter) => (letter.codePointAt(0) ?? 0).toString(36));
      return `${same.toString(36)}${name.slice(same)} ${points.join(".")}`;
    })
    .join(" ");
}

/** The module that has them, in as few bytes as may be. @param {Readonly<Record<string, string>>} entities */
export function entitiesModule(entities) {
  return `export const characterEntities = {};
const words = ${JSON.stringify(packed(entities))}.split(" ");
for (let at = 0, name = ""; at < words.length; at += 2) {
  name = name.slice(0, parseInt(words[at][0], 36)) + words[at].slice(1);
  characterEntities[name] = String.fromCodePoint(...words[at + 1].split(".").map((point) => parseInt(point, 36)));
}`;
}

/** What writes YAML, where it is only read. */
const UNWRITTEN = [
  "createStringifyContext",
  "stringify",
  "stringifyCollection",
  "stringifyDocument",
  "stringifyNumber",
  "stringifyPair",
  "stringifyString",
];

/** @type {import("esbuild").Plugin} */
export const lighter = {
  name: "lighter",
  setup(build) {
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async ({ path }) => {
      const { characterEntities } = await import(pathToFileURL(path).href);
      return { contents: entitiesModule(characterEntities) };
    });
    build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, () => ({
      contents: [
        "const unwritten = () => { throw new Error('YAML is read here, and never written.'); };",
        `export { ${UNWRITTEN.map((name) => `unwritten as ${name}`).join(", ")} };`,
      ].join("\n"),
    }));
  },
};
