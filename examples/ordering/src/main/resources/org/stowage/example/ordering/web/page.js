const place = (id) => document.getElementById(id);
const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const state = { restaurant: null, cart: null };

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error(content.error);
  }
  return content;
}

// Everything that comes from a store is set as text, never as markup.
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('aria-')) {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children);
  return made;
}

function attempt(action) {
  return async () => {
    try {
      place('message').textContent = '';
      await action();
    } catch (failure) {
      place('message').textContent = failure.message;
    }
  };
}

function hint(text) {
  return element('p', { className: 'hint', textContent: text });
}

async function showStores() {
  const stores = await call('GET', '/v1/stores');
  place('stores').replaceChildren(...stores.map((store) =>
    element('li', { title: store.location }, `${store.domain} in `, element('b', { textContent: store.provider }))));
}

async function showUsers() {
  const users = await call('GET', '/v1/users');
  place('user').replaceChildren(...users.map((user) => element('option', { value: user.id, textContent: user.name })));
}

async function showRestaurants() {
  const restaurants = await call('GET', '/v1/restaurants');
  if (restaurants.length === 0) {
    place('restaurants').replaceChildren(element('li', {}, hint('None yet: start with --seed, or POST one to /v1/restaurants.')));
    return;
  }
  place('restaurants').replaceChildren(...restaurants.map((restaurant) =>
    element('li', {}, element('button', {
      type: 'button',
      'aria-pressed': String(restaurant.id === state.restaurant),
      onclick: attempt(() => choose(restaurant)),
    }, restaurant.name, element('small', { textContent: `${restaurant.cuisine} · ${restaurant.city}` })))));
}

async function choose(restaurant) {
  state.restaurant = restaurant.id;
  state.cart = null;
  showCart();
  await showRestaurants();
  await showMenus();
}

async function showMenus() {
  const menus = await call('GET', `/v1/restaurants/${state.restaurant}/menus`);
  const parts = [];
  for (const menu of menus) {
    parts.push(element('h3', { textContent: menu.name }));
    for (const item of await call('GET', `/v1/menus/${menu.id}/items`)) {
      parts.push(element('div', { className: 'row' },
        element('span', {}, item.name, element('small', { textContent: item.description })),
        element('span', { className: 'price', textContent: euro.format(item.price) }),
        element('button', {
          type: 'button', className: 'act', textContent: 'Add', 'aria-label': `Add ${item.name}`,
          onclick: attempt(() => add(item)),
        })));
    }
  }
  place('menus').replaceChildren(...(parts.length ? parts : [hint('This restaurant has no menu yet.')]));
}

async function add(item) {
  if (!place('user').value) {
    throw new Error('There is no user to order as: start with --seed, or POST one to /v1/users.');
  }
  if (!state.cart || state.cart.status !== 'OPEN') {
    state.cart = await call('POST', '/v1/carts', { restaurant_id: state.restaurant, user_id: place('user').value });
  }
  state.cart = await call('POST', `/v1/carts/${state.cart.uuid}/items`, { item_id: item.id, quantity: 1 });
  showCart();
}

function showCart() {
  const cart = state.cart;
  if (!cart || cart.items.length === 0) {
    place('cart').replaceChildren(hint('Nothing in it yet.'));
    return;
  }
  const open = cart.status === 'OPEN';
  const lines = cart.items.map((line) => element('div', { className: 'row' },
    element('span', {}, `${line.quantity} × ${line.name}`),
    element('span', { className: 'price', textContent: euro.format(line.total) }),
    open ? element('button', {
      type: 'button', className: 'act', textContent: 'Remove', 'aria-label': `Remove ${line.name}`,
      onclick: attempt(async () => {
        state.cart = await call('DELETE', `/v1/carts/${cart.uuid}/items/${line.item_id}`);
        showCart();
      }),
    }) : ''));
  const total = element('div', { className: 'total' }, 'Total', element('span', { className: 'price', textContent: euro.format(cart.total) }));
  const end = open
    ? element('button', {
      type: 'button', className: 'main-act', textContent: 'Check out',
      onclick: attempt(async () => {
        state.cart = await call('POST', `/v1/carts/${cart.uuid}/checkout`);
        showCart();
      }),
    })
    : hint('Ordered. Add an item to begin the next cart.');
  place('cart').replaceChildren(...lines, total, end);
}

place('user').onchange = () => {
  state.cart = null;
  showCart();
};

attempt(async () => {
  await Promise.all([showStores(), showUsers(), showRestaurants()]);
})();
