/** Every look at the workbench. */
import "./package.ts";
import "./trees.ts";
import "./texts.ts";
import "./linking.ts";
import "./coding.ts";
import "./proving.ts";
import "./naming.ts";
import "./pasting.ts";
import "./codebook.ts";
import "./first-steps.ts";
import "./own.ts";
import "./beside.ts";
import "./previews.ts";
import "./fulltext.ts";
import "./reading.ts";
import "./stripes.ts";
import "./spanish.ts";
