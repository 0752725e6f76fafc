/** Every suite that runs in an extension host. */
import "./suites/problems.ts";
import "./suites/commands.ts";
import "./suites/language.ts";
import "./suites/trees.ts";
import "./suites/gathered.ts";
import "./suites/example.ts";
import "./suites/files.ts";
import "./suites/several.ts";
import "./suites/hostile.ts";
import "./suites/again.ts";
import "./suites/without.ts";
import "./suites/beginning.ts";
import "./suites/going.ts";
import "./suites/showing.ts";
import "./suites/linking.ts";
import "./suites/figures.ts";
