# syntax=docker/dockerfile:1
# Front-end libraries, straight from the lock.
FROM node:22-slim AS libraries
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

# Python packages with checked hashes, in an environment that moves as a whole.
FROM python:3.12-slim AS packages
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements/base.txt ./
RUN /opt/venv/bin/pip install --require-hashes -r base.txt

FROM python:3.12-slim AS portal
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin portal \
    && install -d -o portal -g portal /data/media /data/beat
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/app:/app/platform \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=portal.settings \
    MEDIA_ROOT=/data/media \
    STATIC_ROOT=/app/staticfiles \
    BEAT_SCHEDULE=/data/beat/schedule
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY . .
COPY --from=libraries /src/node_modules ./node_modules
# The build needs settings but no services; the key of the build signs nothing.
RUN export SECRET_KEY=build DATABASE_URL=postgres://build@localhost/build REDIS_URL=redis://localhost \
    && python -m babel.messages.frontend compile -d locale -D django \
    && python manage.py collectstatic --no-input
# Code and static files belong to root: what serves requests cannot change them.
USER portal
EXPOSE 8000
CMD ["granian", "--interface=wsgi", "--host=0.0.0.0", "--port=8000", "--workers=2", \
     "--blocking-threads=4", "--workers-kill-timeout=10", "--respawn-failed-workers", \
     "portal.wsgi:application"]
