import { render } from 'preact';

const host = document.createElement('xiaoer-widget');
document.body.append(host);
render(<p>Xiaoer</p>, host.attachShadow({ mode: 'open' }));
