/** Every suite that runs in an extension host. */
import "./suites/commands.ts";
import "./suites/example.ts";
import "./suites/files.ts";
import "./suites/hostile.ts";
import "./suites/language.ts";
import "./suites/problems.ts";
import "./suites/several.ts";
import "./suites/trees.ts";
import "./suites/figures.ts";
