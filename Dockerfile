# The portal as one image, the same for web, worker and clock. It writes to /tmp and /data only.

FROM node:22-bookworm AS front-end
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
COPY tools/front_end.py tools/
RUN python3 tools/front_end.py

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /opt/uv && python -m venv --without-pip /opt/venv
WORKDIR /portal
COPY requirements.txt requirements-uv.txt ./
RUN /opt/uv/bin/pip install --quiet --require-hashes -r requirements-uv.txt \
 && /opt/uv/bin/uv pip sync --quiet --python /opt/venv/bin/python --require-hashes --compile-bytecode requirements.txt
ENV PATH=/opt/venv/bin:$PATH
COPY . .
COPY --from=front-end /portal/static/vendor static/vendor
COPY --from=front-end /portal/var/fonts var/fonts
# Translations, static files and bytecode are made here once, so that a container starts without work.
RUN python tools/messages.py --compile \
 && PRODUCTION=1 SECRET_KEY=only-to-gather-static-files FIELD_KEYS=only-to-gather-static-files-000000000000000= \
    python manage.py collectstatic --no-input --verbosity 0 \
 && rm -rf tests bench tools requirements* package* \
 && ln -s /data/media /data/mail var/ \
 && python -m compileall -q .

FROM python:3.11-slim-bookworm
# The tools of `manage.py backup` and `restore`, of the version of the database in docker-compose.yml.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-common ca-certificates \
 && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
 && apt-get install --yes --no-install-recommends postgresql-client-18 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /data --shell /usr/sbin/nologin portal \
 && install -d -o portal -g portal /data /data/media /data/mail
COPY --from=build /opt/venv /opt/venv
COPY --from=build /portal /portal
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PRODUCTION=1
WORKDIR /portal
USER portal
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["/portal/docker/start"]
CMD ["web"]
