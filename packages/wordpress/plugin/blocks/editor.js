// The blocks in the editor: the real widget in practice, in a page of its own, and its few settings beside it.

(function (wp) {
  const { createElement: el, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, SelectControl, TextControl } = wp.components;
  const { __ } = wp.i18n;
  const { preview } = window.citydeskEditor;

  const headingLevel = {
    key: 'headingLevel',
    label: __('Heading level', 'citydesk'),
    options: ['', '1', '2', '3', '4', '5', '6'],
  };
  const blocks = {
    'request-form': {
      title: __('Report a problem, preview', 'citydesk'),
      fields: [
        {
          key: 'serviceCode',
          label: __('Service code', 'citydesk'),
          help: __('Start with this service, for a page about one kind of problem.', 'citydesk'),
        },
        headingLevel,
      ],
    },
    'faq-panel': {
      title: __('Questions and answers, preview', 'citydesk'),
      fields: [
        {
          key: 'faq',
          label: __('Address of the answers', 'citydesk'),
          help: __('Leave it empty for the answers of the settings, or of this page.', 'citydesk'),
        },
        headingLevel,
      ],
    },
    'status-tracker': { title: __('Follow a report, preview', 'citydesk'), fields: [headingLevel] },
  };

  /** The preview's address: serviceCode goes as service-code. */
  function addressOf(name, attributes) {
    const url = new URL(preview);
    url.searchParams.set('widget', name);
    for (const [key, value] of Object.entries(attributes))
      if (value && typeof value === 'string')
        url.searchParams.set(
          key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()),
          value,
        );
    return url.href;
  }

  for (const [name, { title, fields }] of Object.entries(blocks)) {
    wp.blocks.registerBlockType('citydesk/' + name, {
      edit({ attributes, setAttributes, isSelected }) {
        const controls = fields.map(({ key, label, help, options }) =>
          el(options ? SelectControl : TextControl, {
            key,
            label,
            help,
            value: attributes[key] || '',
            ...(options && {
              options: options.map((value) => ({ value, label: value || __('As the page has it', 'citydesk') })),
            }),
            onChange: (value) => setAttributes({ [key]: value }),
          }),
        );
        return el(
          Fragment,
          null,
          el(InspectorControls, null, el(PanelBody, { title: __('Settings', 'citydesk') }, controls)),
          el(
            'div',
            useBlockProps(),
            el('iframe', {
              title,
              src: addressOf(name, attributes),
              // A click selects the block first; in a selected one the widget can be tried.
              style: {
                display: 'block',
                width: '100%',
                height: 420,
                border: '1px solid #949494',
                pointerEvents: isSelected ? 'auto' : 'none',
              },
            }),
          ),
        );
      },
      save: () => null,
    });
  }
})(window.wp);
