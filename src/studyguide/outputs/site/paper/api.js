/* What the page 'My notes' calls once this file is loaded. */
window.studyguidePaper = { draft: paperDraft, docx: paperDocx, markdown: paperMarkdown, preview: paperPreview };
