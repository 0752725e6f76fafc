import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assertMeans } from "../core/model/meaning.ts";
import { reviewOf } from "../core/reviews.ts";

describe("the parts of the examples' records", () => {
  it("mean what the model says", () => {
    for (const example of ["community-falls-prevention", "inter-organisational-collaboration"]) {
      const root = join("examples", example);
      const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
      const review = reviewOf(Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), "utf8")])));
      for (const uri of files) assertMeans(review, uri);
    }
  });
});
