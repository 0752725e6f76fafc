/** What is told of the keys and values of `review.yaml` and of front matter. */
import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import { explainedRule } from "../../rules/pages.ts";
import type { YamlHere } from "../at/standing.ts";
import { FAMILY_MEANS, LEVEL_MEANS, SCALE_MEANS, SCHEME_MEANS, SLOT_KEYS_MEAN } from "./manifest-words.ts";
import { FRONT_MATTER_MEANS, MANIFEST_MEANS, meaning, SOURCE_STATUS_MEANS } from "./words.ts";

export type YamlTold =
  | { readonly source: string }
  | { readonly words: string; readonly means: string; readonly values?: readonly string[] };

export function yamlTold(here: YamlHere, review: Review): YamlTold | undefined {
  const { file, path, is, value } = here;
  const last = path[path.length - 1] ?? "";
  const isFrontMatter = file === "front matter";
  if (is === "key") {
    const means = isFrontMatter ? frontMatterKey(path, review) : manifestKey(path, review);
    return means === undefined ? undefined : { words: last, means };
  }
  if (isFrontMatter && path.length === 1 && last === "citekey")
    return review.isDefined(`s:${value}`) ? { source: value } : undefined;
  const scale = isFrontMatter ? scaleAt(path, review) : undefined;
  if (scale) return { words: `${last}: ${value}`, means: t("One of {0}.", scale.join(", ")), values: scale };
  const means = isFrontMatter ? frontMatterValue(path, value) : manifestValue(path, value, review);
  return means === undefined ? undefined : { words: path.length === 1 ? `${last}: ${value}` : value, means };
}

/** The steps of the review's scale that a value in front matter is on. */
function scaleAt(path: readonly string[], review: Review): readonly string[] | undefined {
  const isScale = path.length === 1 || (path.length === 3 && path[0] === "appraisals");
  return isScale ? review.manifest.appraisal[path[path.length - 1] ?? ""] : undefined;
}

function frontMatterKey(path: readonly string[], review: Review): string | undefined {
  const [top = "", coder = "", scale = ""] = path;
  if (path.length === 1) return meaning(FRONT_MATTER_MEANS, top) ?? ownScale(top, review);
  if (top !== "appraisals") return undefined;
  if (path.length === 2) return review.manifest.coders.get(coder) || t("Initials of a coder.");
  return path.length === 3 ? (meaning(SCALE_MEANS, scale) ?? ownScale(scale, review)) : undefined;
}

function ownScale(key: string, review: Review): string | undefined {
  const steps = review.manifest.appraisal[key];
  return steps && t("A scale of this review: {0}.", steps.join(", "));
}

function frontMatterValue(path: readonly string[], value: string): string | undefined {
  if (path.length !== 1) return undefined;
  if (path[0] === "cmoc") return value.toLowerCase() === "off" ? meaning(FRONT_MATTER_MEANS, "cmoc") : undefined;
  return path[0] === "status" ? meaning(SOURCE_STATUS_MEANS, value.toLowerCase()) : undefined;
}

function manifestKey(path: readonly string[], review: Review): string | undefined {
  const [top = "", second = ""] = path;
  if (path.length === 1) return meaning(MANIFEST_MEANS, top);
  if (path.length > 2) return undefined;
  switch (top) {
    case "checks": {
      const why = explainedRule(second)?.why;
      return why === undefined ? meaning(FAMILY_MEANS, second) : t(why);
    }
    case "configuration":
      return meaning(SLOT_KEYS_MEAN, second);
    case "appraisal":
      return meaning(SCALE_MEANS, second) ?? t("A scale of this review.");
    case "coders":
      return review.manifest.coders.get(second) || t("Initials of a coder.");
    default:
      return undefined;
  }
}

function manifestValue(path: readonly string[], value: string, review: Review): string | undefined {
  const [top = "", second = ""] = path;
  const means = meaning(MANIFEST_MEANS, top);
  switch (top) {
    case "configuration":
      return path.length === 1 ? meaning(SCHEME_MEANS, value.trim().toUpperCase()) : undefined;
    case "appraisal": {
      const steps = review.manifest.appraisal[second] ?? [];
      const step = steps.indexOf(value.trim());
      return step < 0 ? undefined : t("Step {0} of {1}, counted from the lowest.", step + 1, steps.length);
    }
    case "bibliography": {
      const entries = review.bibliography(value)?.entries.length;
      if (entries === undefined) return means;
      return entries === 1 ? t("{0} entry", 1) : t("{0} entries", entries);
    }
    case "exclude":
      return `${globSaid(value)} ${means ?? ""}`.trim();
    case "checks":
      return path.length === 2 ? meaning(LEVEL_MEANS, value.trim().toLowerCase()) : undefined;
    case "cmoc":
    case "texts":
    case "decisions":
      return means;
    default:
      return undefined;
  }
}

/** What a glob of a usual form names. */
function globSaid(glob: string): string {
  if (glob.startsWith("!")) return t("It takes back in what a glob before it left out.");
  const folder = /^([^*?[\]{}]+?)\/(?:\*\*)?$/.exec(glob)?.[1];
  return folder === undefined ? "" : t("All files below the folder {0}.", folder);
}
