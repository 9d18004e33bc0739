// The files of templates/, compiled into the program so that it works in any folder.
#include "defaults.h"

// C23 has #embed; this compiler has it in every mode and only warns.
#pragma clang diagnostic ignored "-Wc23-extensions"


static const unsigned char deck_mustache[] = {
#embed "../../templates/deck.mustache"
};
static const unsigned char report_mustache[] = {
#embed "../../templates/report.mustache"
};
static const unsigned char index_mustache[] = {
#embed "../../templates/index.mustache"
};
static const unsigned char coverage_mustache[] = {
#embed "../../templates/coverage.mustache"
};
static const unsigned char base_css[] = {
#embed "../../templates/base.css"
};
static const unsigned char deck_css[] = {
#embed "../../templates/deck.css"
};
static const unsigned char report_css[] = {
#embed "../../templates/report.css"
};
static const unsigned char report_print_css[] = {
#embed "../../templates/report-print.css"
};
static const unsigned char handout_css[] = {
#embed "../../templates/handout.css"
};
static const unsigned char deck_js[] = {
#embed "../../templates/deck.js"
};
static const unsigned char deck_overlays_css[] = {
#embed "../../templates/deck-overlays.css"
};
static const unsigned char deck_overlays_js[] = {
#embed "../../templates/deck-overlays.js"
};
static const unsigned char deck_windows_js[] = {
#embed "../../templates/deck-windows.js"
};
static const unsigned char report_js[] = {
#embed "../../templates/report.js"
};
static const unsigned char presenter_css[] = {
#embed "../../templates/presenter.css"
};
static const unsigned char presenter_js[] = {
#embed "../../templates/presenter.js"
};
static const unsigned char labels_en[] = {
#embed "../../templates/labels/en.yaml"
};
static const unsigned char labels_fr[] = {
#embed "../../templates/labels/fr.yaml"
};
static const unsigned char theme_yaml[] = {
#embed "../../templates/theme.yaml"
};
static const unsigned char inter_regular[] = {
#embed "../../templates/fonts/inter-regular.woff2"
};
static const unsigned char inter_italic[] = {
#embed "../../templates/fonts/inter-italic.woff2"
};
static const unsigned char inter_bold[] = {
#embed "../../templates/fonts/inter-bold.woff2"
};
static const unsigned char inter_bold_italic[] = {
#embed "../../templates/fonts/inter-bold-italic.woff2"
};
static const unsigned char mono_regular[] = {
#embed "../../templates/fonts/mono-regular.woff2"
};
static const unsigned char paper_inter_regular[] = {
#embed "../../templates/paper/inter-regular.ttf"
};
static const unsigned char paper_inter_italic[] = {
#embed "../../templates/paper/inter-italic.ttf"
};
static const unsigned char paper_inter_bold[] = {
#embed "../../templates/paper/inter-bold.ttf"
};
static const unsigned char paper_inter_bold_italic[] = {
#embed "../../templates/paper/inter-bold-italic.ttf"
};
static const unsigned char paper_mono_regular[] = {
#embed "../../templates/paper/mono-regular.ttf"
};

// What the live preview adds to pages; no project replaces these.
static const unsigned char preview_js[] = {
#embed "preview/preview.js"
};
static const unsigned char preview_css[] = {
#embed "preview/preview.css"
};
static const unsigned char missing_html[] = {
#embed "preview/missing.html"
};
static const unsigned char broken_html[] = {
#embed "preview/broken.html"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const lectern_default_file files[] = {
    FILE("base.css", base_css),
    FILE("deck.css", deck_css),
    FILE("deck.js", deck_js),
    FILE("deck-overlays.css", deck_overlays_css),
    FILE("deck-overlays.js", deck_overlays_js),
    FILE("deck-windows.js", deck_windows_js),
    FILE("report.js", report_js),
    FILE("presenter.css", presenter_css),
    FILE("presenter.js", presenter_js),
    FILE("deck.mustache", deck_mustache),
    FILE("coverage.mustache", coverage_mustache),
    FILE("fonts/inter-bold-italic.woff2", inter_bold_italic),
    FILE("fonts/inter-bold.woff2", inter_bold),
    FILE("fonts/inter-italic.woff2", inter_italic),
    FILE("fonts/inter-regular.woff2", inter_regular),
    FILE("fonts/mono-regular.woff2", mono_regular),
    FILE("handout.css", handout_css),
    FILE("index.mustache", index_mustache),
    FILE("labels/en.yaml", labels_en),
    FILE("labels/fr.yaml", labels_fr),
    FILE("paper/inter-bold.ttf", paper_inter_bold),
    FILE("paper/inter-bold-italic.ttf", paper_inter_bold_italic),
    FILE("paper/inter-italic.ttf", paper_inter_italic),
    FILE("paper/inter-regular.ttf", paper_inter_regular),
    FILE("paper/mono-regular.ttf", paper_mono_regular),
    FILE("report.css", report_css),
    FILE("report-print.css", report_print_css),
    FILE("report.mustache", report_mustache),
    FILE("theme.yaml", theme_yaml),
};

const lectern_default_file *lectern_default_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

static const lectern_default_file preview_files[] = {
    FILE("preview.js", preview_js),
    FILE("preview.css", preview_css),
    FILE("missing.html", missing_html),
    FILE("broken.html", broken_html),
};

const lectern_default_file *lectern_preview_files(size_t *count) {
  *count = sizeof preview_files / sizeof preview_files[0];
  return preview_files;
}
