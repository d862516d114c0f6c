/// The script of the pages with forms: one key presses one button.
///
/// A button, a link or a text field says its key in `data-key`. Without the script the page works all the same, by its buttons.
enum KeyScript {
    static let name = "keys.js"

    static let text = """
        "use strict";
        document.addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
          if (event.target.closest("input:not([type=hidden]), textarea, select")) return;
          for (const control of document.querySelectorAll("[data-key]")) {
            if (control.dataset.key === event.key && !control.disabled) {
              event.preventDefault();
              control.matches("input") ? control.focus() : control.click();
              return;
            }
          }
        });

        """
}
