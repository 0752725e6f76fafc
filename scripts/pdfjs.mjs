// @ts-check
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of a source hold them
/**
 * PDF.js as it is bundled. Some things are other than in its package, and a build fails where it is not found as it is known:
 * - a page that asks for work without end is given up, which nothing from outside could do while its work goes on without a pause;
 * - a page of which something could not be read says so: what is damaged is passed over in silence elsewhere, and what stands there would be said not to be there;
 * - a promise that nobody waits for ends nothing when it fails;
 * - letters that are set apart evenly are those of one word, not words of one letter;
 * - it asks a stand-in what it runs on, since the host of extensions in Node takes `navigator` away.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Milliseconds that the work on one page may take. */
const LONGEST_MS = 5000;

/**
 * What goes before it: whether a stream, or one that it decodes, could not be read to its end; whether what was inflated is not what was deflated, by the checksum at its end.
 * Some programs leave the checksum out, or write zeros.
 */
const BEFORE = `
const isCut = (stream) => { for (let at = stream; at; at = at.stream) if (at.isCut) return true; return false; };
const isOther = (bytes, length, { codeBuf, codeSize, stream }) => {
  const sum = [];
  for (let bits = codeBuf >> (codeSize & 7), left = codeSize >> 3; left > 0 && sum.length < 4; left--, bits >>= 8) sum.push(bits & 255);
  while (sum.length < 4) { const byte = stream.getByte(); if (byte === -1) return false; sum.push(byte); }
  if (sum.every((byte) => byte === 0)) return false;
  let a = 1, b = 0;
  for (let at = 0; at < length; ) {
    for (const end = Math.min(length, at + 3800); at < end; at++) b += a += bytes[at];
    a %= 65521;
    b %= 65521;
  }
  return b !== ((sum[0] << 8) | sum[1]) || a !== ((sum[2] << 8) | sum[3]);
};
`;

/** What is written in place of what, and how often it stands there. @type {readonly (readonly [from: string, to: string, times?: number])[]} */
const CHANGES = [
  [
    "constructor(e){this.name=e,this.terminated=!1,",
    "constructor(e){this.name=e,this.begun=Date.now(),this.terminated=!1,",
  ],
  [
    'ensureNotTerminated(){if(this.terminated)throw new Error("Worker task was terminated")}',
    `ensureNotTerminated(){if(this.terminated)throw new Error("Worker task was terminated");if(Date.now()-this.begun>${LONGEST_MS}){this.isEndless=!0;throw new Error("The page asks for work without end")}}`,
  ],
  // Letters that are set apart.
  ["x.trackingSpaceMin=Ce*C,", "x.trackingSpaceMin=Ce*C+Math.max(0,Y.charSpacing),"],
  // Streams: one that cannot be begun, one that ends early, one that is not what it was.
  ['return F(`Invalid stream: "${a}"`),new xf', 'return F(`Invalid stream: "${a}"`),Object.assign(new xf,{isCut:!0})'],
  [
    'return F(`Filter "${n}" is not supported.`),e',
    'return F(`Filter "${n}" is not supported.`),n!=="Crypt"&&(e.isCut=!0),e',
  ],
  ["#t(e){Ke(e),this.eof=!0}", "#t(e){Ke(e),this.eof=this.isCut=!0}"],
  [
    "e.set(m,u),m.length<c&&(this.eof=!0)}return}",
    "e.set(m,u),m.length<c?this.eof=this.isCut=!0:this.eof&&isOther(this.buffer,this.bufferLength,this)&&(this.isCut=!0)}return}",
  ],
  [
    "if(f===256){this.bufferLength=l;return}f-=257,f=fb[f];",
    "if(f===256){this.bufferLength=l;this.eof&&isOther(this.buffer,l,this)&&(this.isCut=!0);return}f-=257,f=fb[f];",
  ],
  // Contents of a page: of several streams, of none where some are named.
  [
    "e=e.filter(i=>i instanceof ze&&!i.isImageStream);let s=0;",
    "const all=e.length;e=e.filter(i=>i instanceof ze&&!i.isImageStream);let s=0;",
  ],
  ["super(s),this.streams=e,this._onError=n}", "super(s),this.streams=e,this._onError=n,this.isCut=e.length<all}"],
  [
    "try{s=n.getBytes()}catch(o){if(this._onError){",
    "try{s=n.getBytes(),isCut(n)&&(this.isCut=!0)}catch(o){if(this.isCut=!0,this._onError){",
  ],
  [
    "return n.length>0&&await Promise.all(n),new $g(e,this.#i.bind(this))}return new xf}",
    'return n.length>0&&await Promise.all(n),new $g(e,this.#i.bind(this))}return Object.assign(new xf,{isCut:(this.pageDict.getRaw("Contents")??null)!==null})}',
  ],
  // The words of a page: its contents, forms in them, and fonts that tell no letters.
  ['Fe(),Ne(),Ae()},"promiseBody")', 'Fe(),Ne(),isCut(e)&&(n.isCut=!0),Ae()},"promiseBody")'],
  [
    'F(`getTextContent - ignoring errors during "${n.name}" task: "${ue}".`),',
    'F(`getTextContent - ignoring errors during "${n.name}" task: "${ue}".`),n.isCut=!0,',
  ],
  [
    'F(`getTextContent - ignoring XObject: "${lt}".`);return',
    'n.isCut=!0,F(`getTextContent - ignoring XObject: "${lt}".`);return',
  ],
  [
    "const xe=await G.loadFont(ue,Ae,s,n);Y.loadedName=xe.loadedName,",
    "const xe=await G.loadFont(ue,Ae,s,n);(xe.isCut||xe.font.error!==void 0)&&(n.isCut=!0),Y.loadedName=xe.loadedName,",
  ],
  [
    "attempting to fallback to a default font.`),n=a||qr.fallbackFontDict}",
    "attempting to fallback to a default font.`),l&&s&&(i.isCut=!0),n=a||qr.fallbackFontDict}",
  ],
  [
    "const w=new nc({loadedName:n.loadedName,font:b,dict:n});if(b.isType3Font)",
    "const w=new nc({loadedName:n.loadedName,font:b,dict:n});w.isCut=h.dict.isCut===!0;if(b.isType3Font)",
  ],
  ["n.dict=e,n.toUnicode=await a;", "n.dict=e;const read=await a;isCut(n.toUnicode)&&(e.isCut=!0),n.toUnicode=read;"],
  [
    'return F(`readToUnicode - ignoring ToUnicode data: "${n}".`),null',
    'return F(`readToUnicode - ignoring ToUnicode data: "${n}".`),e.isCut=!0,null',
  ],
  // What was found of it goes behind the words, as a mark.
  [
    "getTextContent: time=${Date.now()-P}ms`),v.close()},function(H){b(T),!T.terminated&&v.error(H)})})}",
    'getTextContent: time=${Date.now()-P}ms`),(T.isEndless||T.isCut)&&v.enqueue({items:[{type:T.isEndless?"endless":"cut"}],styles:{},lang:null},1),v.close()},function(H){b(T),!T.terminated&&v.error(H)})},function(H){v.error(H)})}',
  ],
  ["l.put(g,a.fetchAsync(g))", "l.put(g,unheard(a.fetchAsync(g)))"],
];

/** Nobody may come to wait for it. */
const UNHEARD = "const unheard = (promise) => { promise.catch(() => {}); return promise; };\n";

/** @param {string} source */
export function bounded(source) {
  let made = source;
  for (const [from, to, times = 1] of CHANGES) {
    if (made.split(from).length !== times + 1) throw new Error(`PDF.js is not as it is known: ${from}`);
    made = made.replaceAll(from, () => to);
  }
  return `let navigator = { platform: "", userAgent: "", language: "" };\n${BEFORE}${UNHEARD}${made.replaceAll("globalThis.navigator", "navigator")}`;
}

/** @type {import("esbuild").Plugin} */
export const boundedPdf = {
  name: "bounded-pdf",
  setup(build) {
    const path = createRequire(import.meta.url)
      .resolve("unpdf")
      .replace(/[^\\/]+$/, "pdfjs.mjs");
    build.onResolve({ filter: /^unpdf\/pdfjs$/ }, () => ({ path, external: false }));
    build.onLoad({ filter: /[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, (/** @type {{ path: string }} */ file) => ({
      contents: bounded(readFileSync(file.path, "utf8")),
    }));
  },
};
