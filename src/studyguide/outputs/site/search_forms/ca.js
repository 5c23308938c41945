FORMS.ca = { joined: /^[dlmnst]'(?=\p{L})/u };
